"""Hidden cases of elementwise_product: fresh arrays, smallest first."""

import numpy as np
import pytest

from grader.cases import agree


@pytest.mark.parametrize("shape", [(1,), (2,), (5,)])
def test_vectors(elementwise_product, reference, rng, shape):
    """vectors of any length"""
    a, b = rng.normal(scale=3, size=(2, *shape))
    agree(elementwise_product(a, b), reference.elementwise_product(a, b))


@pytest.mark.parametrize("shape", [(2, 2), (3, 3), (1, 4), (4, 1), (2, 5)])
def test_matrices(elementwise_product, reference, rng, shape):
    """square and non-square matrices"""
    a, b = rng.normal(scale=3, size=(2, *shape))
    agree(elementwise_product(a, b), reference.elementwise_product(a, b))


def test_images(elementwise_product, reference, rng):
    """arrays of three dimensions"""
    a, b = rng.normal(size=(2, 2, 3, 4))
    agree(elementwise_product(a, b), reference.elementwise_product(a, b))


@pytest.mark.parametrize("shape", [(4,), (3, 2)])
def test_integers(elementwise_product, reference, rng, shape):
    """whole numbers, positive and negative"""
    a = rng.integers(1, 10, size=shape) * rng.choice([-1, 1], size=shape)
    b = rng.integers(-9, 10, size=shape)
    agree(elementwise_product(a, b), reference.elementwise_product(a, b))


def test_ones_change_nothing(elementwise_product, rng):
    """ones leave an array as it is"""
    a = rng.normal(size=(3, 4))
    agree(elementwise_product(a, np.ones((3, 4))), a)


def test_mask(elementwise_product, rng):
    """zeros and ones keep some values and put out the others"""
    a = rng.normal(size=(4, 3))
    mask = rng.permutation(np.arange(12) % 2).reshape(4, 3)
    agree(elementwise_product(a, mask), np.where(mask == 1, a, 0.0))
