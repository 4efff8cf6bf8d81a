"""Worked examples of matrix_vector, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


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


@pytest.mark.steps
def test_rows_take_no_steps(matrix_vector, rng):
    """takes no more steps for more rows"""
    x = rng.normal(size=4)
    same_work(matrix_vector, "row", lambda n: (rng.normal(size=(n, 4)), x))


@pytest.mark.steps
def test_columns_take_no_steps(matrix_vector, rng):
    """takes no more steps for more columns"""
    same_work(
        matrix_vector,
        "column",
        lambda n: (rng.normal(size=(4, n)), rng.normal(size=n)),
    )
