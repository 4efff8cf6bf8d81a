"""Worked examples of sigmoid, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_number(sigmoid):
    """one number gives one number"""
    agree(sigmoid(1), 0.7310585786300049)


def test_same_shape(sigmoid):
    """returns an array of the same shape"""
    x = np.array([1, 2, 3])
    numbers(sigmoid(x), shape=(3,))


def test_worked_example(sigmoid):
    """each element becomes its own sigmoid"""
    x = np.array([1, 2, 3])
    agree(sigmoid(x), np.array([0.73105858, 0.88079708, 0.95257413]))


@pytest.mark.steps
def test_elements_take_no_steps(sigmoid, rng):
    """takes no more steps for more elements"""
    same_work(sigmoid, "element", lambda n: (rng.normal(size=n),))
