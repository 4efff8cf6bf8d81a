"""Worked examples of L2, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_prediction(L2):
    """the loss of one prediction is its squared difference"""
    agree(L2(np.array([0.4]), np.array([0])), 0.16)


def test_one_number(L2):
    """returns one number"""
    yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    y = np.array([1, 0, 0, 1, 1])
    numbers(L2(yhat, y), shape=())


def test_worked_example(L2):
    """the squared differences are added up"""
    yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    y = np.array([1, 0, 0, 1, 1])
    agree(L2(yhat, y), 0.43)


@pytest.mark.steps
def test_elements_take_no_steps(L2, rng):
    """takes no more steps for more elements"""
    same_work(L2, "element", lambda n: (rng.uniform(size=n), rng.integers(2, size=n)))
