"""Hidden cases of add_row_bias: fresh matrices, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


def draw(rng, m, n):
    """Draw a and b of this size, with values of both signs."""
    return rng.normal(scale=3, size=(m, n)), rng.normal(scale=3, size=(n, 1))


@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (3, 1), (2, 2)])
def test_small(add_row_bias, reference, rng, shape):
    """a small matrix, of one row or one column too"""
    a, b = draw(rng, *shape)
    agree(add_row_bias(a, b), reference.add_row_bias(a, b))


@pytest.mark.parametrize("shape", [(3, 3), (2, 5), (6, 3)])
def test_sizes(add_row_bias, reference, rng, shape):
    """square, wide and tall matrices"""
    a, b = draw(rng, *shape)
    agree(add_row_bias(a, b), reference.add_row_bias(a, b))


@pytest.mark.parametrize("shape", [(2, 4), (3, 3)])
def test_integers(add_row_bias, reference, rng, shape):
    """whole numbers, positive and negative"""
    a = rng.integers(-9, 10, size=shape)
    b = rng.permutation(np.arange(1, 9))[: shape[1]].reshape(-1, 1) * -1
    agree(add_row_bias(a, b), reference.add_row_bias(a, b))


def test_real_bias(add_row_bias, reference, rng):
    """real biases on whole numbers give real sums"""
    a = rng.integers(-9, 10, size=(3, 4))
    b = rng.uniform(0.1, 0.9, size=(4, 1))
    agree(add_row_bias(a, b), reference.add_row_bias(a, b))


def test_rows_alike(add_row_bias, rng):
    """every row is raised by the same biases"""
    a, b = draw(rng, int(rng.integers(4, 8)), 3)
    raised = numbers(add_row_bias(a, b), shape=a.shape) - a
    agree(raised, np.tile(b[:, 0], (len(a), 1)), what="what was added to a")
