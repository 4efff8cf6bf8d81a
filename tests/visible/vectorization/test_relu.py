"""Worked examples of relu."""

import numpy as np

from grader.cases import agree, numbers


def test_one_of_each(relu):
    """a positive value stays, a negative one becomes zero"""
    agree(relu(np.array([2, -2])), np.array([2, 0]))


def test_same_shape(relu):
    """returns an array of the same shape"""
    numbers(relu(np.array([[1, -2, 3], [-4, 5, -6]])), shape=(2, 3))


def test_worked_example(relu):
    """every element is held against zero"""
    v = np.array([3, -1, 0, -2.5])
    agree(relu(v), np.array([3.0, 0.0, 0.0, 0.0]))
