"""Hidden cases of percent_by_column: fresh tables, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (3, 1), (2, 2)])
def test_small(percent_by_column, reference, rng, shape):
    """a small table, of one row or one column too"""
    A = rng.uniform(0.5, 5, size=shape)
    agree(percent_by_column(A), reference.percent_by_column(A))


@pytest.mark.parametrize("shape", [(3, 3), (2, 5), (6, 3)])
def test_sizes(percent_by_column, reference, rng, shape):
    """square, wide and tall tables"""
    A = rng.uniform(0.5, 5, size=shape)
    agree(percent_by_column(A), reference.percent_by_column(A))


@pytest.mark.parametrize("shape", [(2, 4), (3, 3)])
def test_integers(percent_by_column, reference, rng, shape):
    """whole numbers give real percentages"""
    A = rng.integers(1, 20, size=shape)
    agree(percent_by_column(A), reference.percent_by_column(A))


def test_zeros(percent_by_column, reference, rng):
    """nothing stays nothing"""
    A = rng.uniform(0.5, 5, size=(4, 3))
    A[rng.integers(4)] = 0
    agree(percent_by_column(A), reference.percent_by_column(A))


def test_hundred(percent_by_column, rng):
    """the percentages of every column add up to 100"""
    A = rng.uniform(0.5, 5, size=(int(rng.integers(5, 9)), 4))
    columns = numbers(percent_by_column(A), shape=A.shape).sum(axis=0)
    agree(columns, np.full(4, 100.0), what="column sums")


def test_other_unit(percent_by_column, reference, rng):
    """another unit for each column changes nothing"""
    A = rng.uniform(0.5, 5, size=(3, 4))
    units = rng.uniform(0.1, 10, size=4)
    agree(percent_by_column(A * units), reference.percent_by_column(A))
