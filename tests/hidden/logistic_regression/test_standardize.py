"""Hidden cases of standardize: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, has_dtype, numbers


def draw(rng, *shape):
    """Draw numbers of an image, as files hold them."""
    return rng.integers(0, 256, size=shape, dtype=np.uint8)


def test_one_number(standardize, reference, rng):
    """one number of an image"""
    # Neither 0 nor 255, of which every rule makes the same.
    X = rng.integers(20, 200, size=(1, 1), dtype=np.uint8)
    agree(standardize(X), reference.standardize(X))


@pytest.mark.parametrize("shape", [(3, 2), (4, 4), (12, 5), (2, 3, 2, 3)])
def test_shapes(standardize, reference, rng, shape):
    """every number is divided by 255, whatever the shape"""
    X = draw(rng, *shape)
    agree(standardize(X), reference.standardize(X))


def test_dark_images(standardize, reference, rng):
    """images without a bright spot are measured with the same rule"""
    X = rng.integers(1, 60, size=(6, 4), dtype=np.uint8)
    agree(standardize(X), reference.standardize(X))


def test_integers(standardize, reference, rng):
    """integers of another type than uint8"""
    X = rng.integers(0, 256, size=(4, 3))
    agree(standardize(X), reference.standardize(X))


def test_fractions(standardize, reference, rng):
    """numbers that have been made floats already"""
    X = rng.integers(0, 256, size=(3, 5)).astype(float)
    agree(standardize(X), reference.standardize(X))


def test_type(standardize, reference, rng):
    """the answer has dtype float64"""
    X = draw(rng, 3, 4)
    answer = standardize(X)
    agree(answer, reference.standardize(X))
    has_dtype(answer, "float64")


def test_range(standardize, rng):
    """all 256 numbers lie evenly between zero and one"""
    X = rng.permutation(np.arange(256)).reshape(16, 16).astype(np.uint8)
    answer = numbers(standardize(X), shape=X.shape)
    agree(np.sort(answer, axis=None), np.linspace(0, 1, 256), what="in order")
