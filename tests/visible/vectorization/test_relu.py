"""Worked examples of relu, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


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


@pytest.mark.steps
def test_elements_take_no_steps(relu, rng):
    """takes no more steps for more elements"""
    same_work(relu, "element", lambda n: (rng.normal(size=n),))


@pytest.mark.steps
def test_rows_take_no_steps(relu, rng):
    """takes no more steps for more rows"""
    same_work(relu, "row", lambda n: (rng.normal(size=(n, 4)),))


@pytest.mark.steps
def test_columns_take_no_steps(relu, rng):
    """takes no more steps for more columns"""
    same_work(relu, "column", lambda n: (rng.normal(size=(4, n)),))
