"""Hidden cases of matrix_vector: fresh matrices, smallest first."""

import numpy as np
import pytest

from grader.cases import agree


def draw(rng, n, m):
    """Draw W and x of this size, with values of both signs."""
    return rng.normal(scale=2, size=(n, m)), rng.normal(scale=2, size=m)


@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (3, 1), (2, 2)])
def test_small(matrix_vector, reference, rng, shape):
    """a small matrix, of one row or one column too"""
    W, x = draw(rng, *shape)
    agree(matrix_vector(W, x), reference.matrix_vector(W, x))


@pytest.mark.parametrize("shape", [(3, 3), (2, 5), (6, 3)])
def test_sizes(matrix_vector, reference, rng, shape):
    """square, wide and tall matrices"""
    W, x = draw(rng, *shape)
    agree(matrix_vector(W, x), reference.matrix_vector(W, x))


@pytest.mark.parametrize("shape", [(2, 4), (3, 3)])
def test_integers(matrix_vector, reference, rng, shape):
    """whole numbers, positive and negative"""
    W = rng.integers(-9, 10, size=shape)
    x = rng.integers(1, 10, size=shape[1]) * rng.choice([-1, 1], size=shape[1])
    agree(matrix_vector(W, x), reference.matrix_vector(W, x))


def test_one_picks_a_column(matrix_vector, rng):
    """a one among zeros picks a column"""
    W, _ = draw(rng, 4, 6)
    j = int(rng.integers(6))
    agree(matrix_vector(W, np.eye(6)[j]), W[:, j])


def test_sum_of_vectors(matrix_vector, reference, rng):
    """the product with a sum is the sum of the products"""
    W, x = draw(rng, 4, 3)
    y = rng.normal(size=3)
    expected = reference.matrix_vector(W, x) + reference.matrix_vector(W, y)
    agree(matrix_vector(W, x + y), expected)
