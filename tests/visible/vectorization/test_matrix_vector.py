"""Worked examples of matrix_vector."""

import numpy as np

from grader.cases import agree, numbers


def test_one_row(matrix_vector):
    """a single row gives a single dot product"""
    agree(matrix_vector(np.array([[3, 4]]), np.array([2, -1])), np.array([2]))


def test_shape(matrix_vector):
    """returns one value for each row"""
    W = np.array([[1, 2, 3], [4, 5, 6]])
    numbers(matrix_vector(W, np.array([1, 2, -1])), shape=(2,))


def test_worked_example(matrix_vector):
    """each value is the dot product of a row with x"""
    W = np.array([[1, 2, 3], [4, 5, 6]])
    agree(matrix_vector(W, np.array([1, 2, -1])), np.array([2, 8]))
