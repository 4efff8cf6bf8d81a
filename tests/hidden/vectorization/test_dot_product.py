"""Hidden cases of dot_product: fresh vectors, shortest first."""

import numpy as np
import pytest

from grader.cases import agree


def test_one_pair(dot_product, reference, rng):
    """a single pair"""
    a, b = rng.uniform(1, 3, size=(2, 1))
    agree(dot_product(a, b), reference.dot_product(a, b))


@pytest.mark.parametrize("n", [2, 3, 8, 40])
def test_lengths(dot_product, reference, rng, n):
    """vectors of any length, with values of both signs"""
    a, b = rng.normal(scale=3, size=(2, n))
    agree(dot_product(a, b), reference.dot_product(a, b))


@pytest.mark.parametrize("n", [3, 6])
def test_integers(dot_product, reference, rng, n):
    """whole numbers, positive and negative"""
    a, b = rng.integers(1, 10, size=(2, n)) * rng.choice([-1, 1], size=(2, n))
    agree(dot_product(a, b), reference.dot_product(a, b))


def test_right_angle(dot_product, rng):
    """vectors at a right angle have the dot product zero"""
    x, y = rng.uniform(1, 4, size=2)
    agree(dot_product(np.array([x, y]), np.array([-y, x])), 0.0)


def test_square_of_the_length(dot_product, rng):
    """of a vector and itself it is the sum of the squares"""
    a = rng.normal(size=int(rng.integers(4, 9)))
    agree(dot_product(a, a), float(np.sum(a**2)))


def test_sum_of_vectors(dot_product, reference, rng):
    """with a sum of vectors it is the sum of the dot products"""
    a, b, c = rng.normal(size=(3, 5))
    expected = reference.dot_product(a, b) + reference.dot_product(a, c)
    agree(dot_product(a, b + c), expected)
