"""Worked examples of exp_all."""

import numpy as np

from grader.cases import agree, numbers


def test_zero(exp_all):
    """e to the power of zero is one"""
    agree(exp_all(np.array([0.0])), np.array([1.0]))


def test_same_shape(exp_all):
    """returns an array of the same shape"""
    numbers(exp_all(np.array([[1, 2, 3], [4, 5, 6]])), shape=(2, 3))


def test_worked_example(exp_all):
    """every element goes into the exponent"""
    expected = np.array([1.0, 2.718281828459045, 0.1353352832366127])
    agree(exp_all(np.array([0, 1, -2])), expected)
