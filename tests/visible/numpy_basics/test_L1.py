"""Worked examples of L1, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_prediction(L1):
    """the loss of one prediction is its distance"""
    agree(L1(np.array([0.4]), np.array([0])), 0.4)


def test_one_number(L1):
    """returns one number"""
    yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    y = np.array([1, 0, 0, 1, 1])
    numbers(L1(yhat, y), shape=())


def test_worked_example(L1):
    """the distances are added up"""
    yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    y = np.array([1, 0, 0, 1, 1])
    agree(L1(yhat, y), 1.1)


@pytest.mark.steps
def test_elements_take_no_steps(L1, rng):
    """takes no more steps for more elements"""
    same_work(L1, "element", lambda n: (rng.uniform(size=n), rng.integers(2, size=n)))
