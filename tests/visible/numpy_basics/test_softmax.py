"""Worked examples of softmax, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_same_shape(softmax):
    """returns an array of the same shape"""
    x = np.array([[9, 2, 5, 0, 0], [7, 5, 0, 0, 0]])
    numbers(softmax(x), shape=(2, 5))


def test_worked_example(softmax):
    """every row sums to one"""
    x = np.array([[9, 2, 5, 0, 0], [7, 5, 0, 0, 0]])
    expected = np.array(
        [
            [
                9.80897665e-01,
                8.94462891e-04,
                1.79657674e-02,
                1.21052389e-04,
                1.21052389e-04,
            ],
            [
                8.78679856e-01,
                1.18916387e-01,
                8.01252314e-04,
                8.01252314e-04,
                8.01252314e-04,
            ],
        ]
    )
    agree(softmax(x), expected, rows=("row sum", np.sum))


@pytest.mark.steps
def test_rows_take_no_steps(softmax, rng):
    """takes no more steps for more rows"""
    same_work(softmax, "row", lambda n: (rng.normal(size=(n, 4)),))


@pytest.mark.steps
def test_columns_take_no_steps(softmax, rng):
    """takes no more steps for more columns"""
    same_work(softmax, "column", lambda n: (rng.normal(size=(4, n)),))
