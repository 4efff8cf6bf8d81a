"""Hidden cases of sigmoid: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


@pytest.mark.parametrize("sign", [-1, 1])
def test_one_number(sigmoid, reference, rng, sign):
    """a single number, negative or positive"""
    x = sign * float(rng.uniform(0.5, 4))
    agree(sigmoid(x), reference.sigmoid(x))


def test_vector(sigmoid, reference, rng):
    """a one-dimensional array with both signs"""
    x = rng.uniform(-4, 4, size=5)
    agree(sigmoid(x), reference.sigmoid(x))


@pytest.mark.parametrize("shape", [(2, 2), (1, 3), (5, 1), (2, 3, 4)])
def test_any_shape(sigmoid, reference, rng, shape):
    """an array of any shape keeps it"""
    x = rng.normal(scale=2, size=shape)
    agree(sigmoid(x), reference.sigmoid(x))


@pytest.mark.parametrize("shape", [(4,), (3, 2)])
def test_integers(sigmoid, reference, rng, shape):
    """whole numbers give real values"""
    x = rng.integers(-5, 6, size=shape)
    agree(sigmoid(x), reference.sigmoid(x))


def test_rises(sigmoid, rng):
    """a larger score never gets a smaller value"""
    x = np.sort(rng.uniform(-6, 6, size=12))
    steps = np.diff(numbers(sigmoid(x), shape=x.shape))
    agree(np.minimum(steps, 0), np.zeros_like(steps), what="drops along the array")


@pytest.mark.advice("overflow")
def test_large_scores(sigmoid):
    """stays finite for large inputs"""
    # e^700 is near the largest float, so the formula as written never overflows here.
    x = np.array([-700.0, 0.0, 1000.0])
    agree(sigmoid(x), np.array([0.0, 0.5, 1.0]))
