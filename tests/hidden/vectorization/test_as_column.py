"""Hidden cases of as_column: fresh arrays, smallest first, then those to refuse."""

import numpy as np
import pytest

from grader.cases import agree, numbers, refuses


@pytest.mark.parametrize("n", [1, 2, 7])
def test_lengths(as_column, reference, rng, n):
    """an array of any length"""
    a = rng.normal(size=n)
    agree(as_column(a), reference.as_column(a))


def test_integers(as_column, reference, rng):
    """whole numbers"""
    a = rng.integers(-9, 10, size=5)
    agree(as_column(a), reference.as_column(a))


def test_table(as_column, rng):
    """the column times itself turned round is a table"""
    a = rng.normal(size=int(rng.integers(3, 7)))
    column = numbers(as_column(a), shape=(len(a), 1))
    agree(column @ column.T, np.outer(a, a), what="the column times its transpose")


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (4, 1), (3, 3), (2, 5)])
def test_matrices(as_column, rng, shape):
    """refuses matrices, columns and rows among them"""
    refuses(as_column, rng.normal(size=shape))


@pytest.mark.parametrize("shape", [(1, 1, 1), (2, 3, 4)])
def test_images(as_column, rng, shape):
    """refuses arrays of three dimensions"""
    refuses(as_column, rng.normal(size=shape))


def test_number(as_column, rng):
    """refuses a number without dimensions"""
    refuses(as_column, np.array(rng.normal()))
