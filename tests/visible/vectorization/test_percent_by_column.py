"""Worked examples of percent_by_column, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_column(percent_by_column):
    """a single column is divided by its sum"""
    A = np.array([[1], [3]])
    agree(percent_by_column(A), np.array([[25.0], [75.0]]))


def test_same_shape(percent_by_column):
    """returns an array of the same shape"""
    numbers(percent_by_column(np.array([[1, 2, 3], [4, 5, 6]])), shape=(2, 3))


def test_worked_example(percent_by_column):
    """every food's calories add up to 100 percent"""
    A = np.array(
        [
            [56.0, 0.0, 4.4, 68.0],
            [1.2, 104.0, 52.0, 8.0],
            [1.8, 135.0, 99.0, 0.9],
        ]
    )
    expected = np.array(
        [
            [94.91525424, 0.0, 2.83140283, 88.42652796],
            [2.03389831, 43.51464435, 33.46203346, 10.40312094],
            [3.05084746, 56.48535565, 63.70656371, 1.17035111],
        ]
    )
    agree(percent_by_column(A), expected)


@pytest.mark.steps
def test_rows_take_no_steps(percent_by_column, rng):
    """takes no more steps for more rows"""
    same_work(percent_by_column, "row", lambda n: (rng.uniform(1, 2, size=(n, 4)),))


@pytest.mark.steps
def test_columns_take_no_steps(percent_by_column, rng):
    """takes no more steps for more columns"""
    same_work(percent_by_column, "column", lambda n: (rng.uniform(1, 2, size=(4, n)),))
