"""Hidden cases of normalize_rows: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


def test_one_row(normalize_rows, reference, rng):
    """a single row of two values, one of them negative"""
    x = rng.uniform(1, 4, size=(1, 2)) * [1, -1]
    agree(normalize_rows(x), reference.normalize_rows(x))


@pytest.mark.parametrize("shape", [(2, 2), (3, 3), (2, 5), (6, 3)])
def test_rows_on_their_own(normalize_rows, reference, rng, shape):
    """each row is divided by its own length"""
    x = rng.normal(scale=3, size=shape)
    expected = reference.normalize_rows(x)
    agree(normalize_rows(x), expected, rows=("row length", np.linalg.norm))


def test_one_column(normalize_rows, reference, rng):
    """a single column keeps only the signs"""
    # Away from zero, so that nothing hangs on how a tiny length is rounded.
    x = rng.uniform(1, 4, size=(4, 1)) * rng.permutation([[1], [1], [-1], [-1]])
    agree(normalize_rows(x), reference.normalize_rows(x))


@pytest.mark.parametrize("shape", [(2, 2), (3, 4)])
def test_integers(normalize_rows, reference, rng, shape):
    """whole numbers give real values"""
    x = rng.integers(1, 10, size=shape) * rng.choice([-1, 1], size=shape)
    agree(normalize_rows(x), reference.normalize_rows(x))


def test_unit_length(normalize_rows, rng):
    """every row of a tall matrix has length one"""
    x = rng.normal(scale=3, size=(int(rng.integers(8, 20)), 3))
    rows = numbers(normalize_rows(x), shape=x.shape)
    lengths = np.sqrt(np.sum(rows**2, axis=1))
    agree(lengths, np.ones(len(x)), what="row lengths")
