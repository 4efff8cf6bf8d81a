"""Worked examples of exp_all, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work


def test_zero(exp_all):
    """e to the power of zero is one"""
    agree(exp_all(np.array([0.0])), np.array([1.0]))


def test_same_shape(exp_all):
    """returns an array of the same shape"""
    numbers(exp_all(np.array([[1, 2, 3], [4, 5, 6]])), shape=(2, 3))


def test_worked_example(exp_all):
    """every element goes into the exponent"""
    expected = np.array([1.0, 2.718281828459045, 0.1353352832366127])
    agree(exp_all(np.array([0, 1, -2])), expected)


@pytest.mark.steps
def test_elements_take_no_steps(exp_all, rng):
    """takes no more steps for more elements"""
    same_work(exp_all, "element", lambda n: (rng.normal(size=n),))


@pytest.mark.steps
def test_rows_take_no_steps(exp_all, rng):
    """takes no more steps for more rows"""
    same_work(exp_all, "row", lambda n: (rng.normal(size=(n, 4)),))


@pytest.mark.steps
def test_columns_take_no_steps(exp_all, rng):
    """takes no more steps for more columns"""
    same_work(exp_all, "column", lambda n: (rng.normal(size=(4, n)),))
