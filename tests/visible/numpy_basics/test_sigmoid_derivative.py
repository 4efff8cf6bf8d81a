"""Worked examples of sigmoid_derivative, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_zero(sigmoid_derivative):
    """the slope at zero is one quarter"""
    agree(sigmoid_derivative(0), 0.25)


def test_same_shape(sigmoid_derivative):
    """returns an array of the same shape"""
    x = np.array([1, 2, 3])
    numbers(sigmoid_derivative(x), shape=(3,))


def test_worked_example(sigmoid_derivative):
    """each element becomes its own slope"""
    x = np.array([1, 2, 3])
    agree(sigmoid_derivative(x), np.array([0.19661193, 0.10499359, 0.04517666]))


@pytest.mark.steps
def test_elements_take_no_steps(sigmoid_derivative, rng):
    """takes no more steps for more elements"""
    same_work(sigmoid_derivative, "element", lambda n: (rng.normal(size=n),))
