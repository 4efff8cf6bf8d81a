"""Worked examples of as_column, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, refuses, same_work


def test_shape(as_column):
    """returns an array of shape (n, 1)"""
    numbers(as_column(np.array([4, 7, 9])), shape=(3, 1))


def test_worked_example(as_column):
    """the numbers keep their order"""
    agree(as_column(np.array([4, 7, 9])), np.array([[4], [7], [9]]))


def test_row(as_column):
    """refuses a row of shape (1, 3)"""
    refuses(as_column, np.array([[4, 7, 9]]))


@pytest.mark.steps
def test_elements_take_no_steps(as_column, rng):
    """takes no more steps for more elements"""
    same_work(as_column, "element", lambda n: (rng.normal(size=n),))
