"""Worked examples of normalize_rows, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_row(normalize_rows):
    """a row of length five is divided by five"""
    x = np.array([[3, 4]])
    agree(normalize_rows(x), np.array([[0.6, 0.8]]))


def test_same_shape(normalize_rows):
    """returns an array of the same shape"""
    x = np.array([[0, 3, 4], [1, 6, 4]])
    numbers(normalize_rows(x), shape=(2, 3))


def test_worked_example(normalize_rows):
    """every row gets the length one"""
    x = np.array([[0, 3, 4], [1, 6, 4]])
    expected = np.array([[0.0, 0.6, 0.8], [0.13736056, 0.82416338, 0.54944226]])
    agree(normalize_rows(x), expected, rows=("row length", np.linalg.norm))


@pytest.mark.steps
def test_rows_take_no_steps(normalize_rows, rng):
    """takes no more steps for more rows"""
    same_work(normalize_rows, "row", lambda n: (rng.uniform(1, 2, size=(n, 4)),))


@pytest.mark.steps
def test_columns_take_no_steps(normalize_rows, rng):
    """takes no more steps for more columns"""
    same_work(normalize_rows, "column", lambda n: (rng.uniform(1, 2, size=(4, n)),))
