"""Worked examples of add_row_bias, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_row(add_row_bias):
    """every value of a single row gets its own bias"""
    a, b = np.array([[1, 2]]), np.array([[10], [20]])
    agree(add_row_bias(a, b), np.array([[11, 22]]))


def test_same_shape(add_row_bias):
    """returns an array of the shape of a"""
    a, b = np.array([[1, 2, 3], [4, 5, 6]]), np.array([[10], [20], [30]])
    numbers(add_row_bias(a, b), shape=(2, 3))


def test_worked_example(add_row_bias):
    """every row gets the same biases"""
    a, b = np.array([[1, 2, 3], [4, 5, 6]]), np.array([[10], [20], [30]])
    agree(add_row_bias(a, b), np.array([[11, 22, 33], [14, 25, 36]]))


@pytest.mark.steps
def test_rows_take_no_steps(add_row_bias, rng):
    """takes no more steps for more rows"""
    b = rng.normal(size=(4, 1))
    same_work(add_row_bias, "row", lambda n: (rng.normal(size=(n, 4)), b))


@pytest.mark.steps
def test_columns_take_no_steps(add_row_bias, rng):
    """takes no more steps for more columns"""
    same_work(
        add_row_bias,
        "column",
        lambda n: (rng.normal(size=(4, n)), rng.normal(size=(n, 1))),
    )
