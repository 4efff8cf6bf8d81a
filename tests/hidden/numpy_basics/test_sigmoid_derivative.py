"""Hidden cases of sigmoid_derivative: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


@pytest.mark.parametrize("sign", [-1, 1])
def test_one_number(sigmoid_derivative, reference, rng, sign):
    """a single number, negative or positive"""
    x = sign * float(rng.uniform(0.5, 4))
    agree(sigmoid_derivative(x), reference.sigmoid_derivative(x))


def test_vector(sigmoid_derivative, reference, rng):
    """a one-dimensional array with both signs"""
    x = rng.uniform(-4, 4, size=5)
    agree(sigmoid_derivative(x), reference.sigmoid_derivative(x))


@pytest.mark.parametrize("shape", [(2, 2), (1, 3), (4, 2), (3, 3), (2, 3, 4)])
def test_any_shape(sigmoid_derivative, reference, rng, shape):
    """an array of any shape keeps it"""
    x = rng.normal(scale=2, size=shape)
    agree(sigmoid_derivative(x), reference.sigmoid_derivative(x))


@pytest.mark.parametrize("shape", [(4,), (3, 2)])
def test_integers(sigmoid_derivative, reference, rng, shape):
    """whole numbers give real slopes"""
    x = rng.integers(-5, 6, size=shape)
    agree(sigmoid_derivative(x), reference.sigmoid_derivative(x))


def test_both_sides(sigmoid_derivative, rng):
    """the slope is the same at x and at -x"""
    x = rng.uniform(0.5, 5, size=6)
    both = np.stack([x, -x])
    slopes = numbers(sigmoid_derivative(both), shape=both.shape)
    agree(slopes[1], slopes[0], what="slopes at -x, against those at x")
