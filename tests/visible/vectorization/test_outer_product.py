"""Worked examples of outer_product, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_one_row(outer_product):
    """one number times a vector is one row"""
    agree(outer_product(np.array([2]), np.array([3, -1])), np.array([[6, -2]]))


def test_shape(outer_product):
    """returns a row for each value of a, a column for each of b"""
    numbers(outer_product(np.array([1, 2, 3]), np.array([4, 5])), shape=(3, 2))


def test_worked_example(outer_product):
    """every value of a meets every value of b"""
    expected = np.array([[4, 5], [8, 10], [12, 15]])
    agree(outer_product(np.array([1, 2, 3]), np.array([4, 5])), expected)


@pytest.mark.steps
def test_rows_take_no_steps(outer_product, rng):
    """takes no more steps for more values of a"""
    same_work(outer_product, "row", lambda n: (rng.normal(size=n), rng.normal(size=4)))


@pytest.mark.steps
def test_columns_take_no_steps(outer_product, rng):
    """takes no more steps for more values of b"""
    same_work(
        outer_product, "column", lambda n: (rng.normal(size=4), rng.normal(size=n))
    )
