"""Hidden cases of exp_all: fresh arrays, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


@pytest.mark.parametrize("sign", [-1, 1])
def test_one_element(exp_all, reference, rng, sign):
    """a single element, negative or positive"""
    v = sign * rng.uniform(0.5, 3, size=1)
    agree(exp_all(v), reference.exp_all(v))


@pytest.mark.parametrize("n", [2, 5])
def test_vector(exp_all, reference, rng, n):
    """a one-dimensional array"""
    v = rng.uniform(-4, 4, size=n)
    agree(exp_all(v), reference.exp_all(v))


@pytest.mark.parametrize("shape", [(2, 2), (1, 3), (5, 1), (2, 3, 4)])
def test_any_shape(exp_all, reference, rng, shape):
    """an array of any shape keeps it"""
    v = rng.normal(scale=2, size=shape)
    agree(exp_all(v), reference.exp_all(v))


@pytest.mark.parametrize("shape", [(4,), (3, 2)])
def test_integers(exp_all, reference, rng, shape):
    """whole numbers give real values"""
    v = rng.integers(1, 6, size=shape) * rng.choice([-1, 1], size=shape)
    agree(exp_all(v), reference.exp_all(v))


def test_opposite_powers(exp_all, rng):
    """opposite exponents give values whose product is one"""
    v = rng.uniform(0.5, 4, size=6)
    up = numbers(exp_all(v), shape=(6,))
    down = numbers(exp_all(-v), shape=(6,))
    agree(up * down, np.ones(6), what="products of e^v and e^-v")


def test_powers_add(exp_all, reference, rng):
    """a sum in the exponent gives a product"""
    v, w = rng.uniform(-2, 2, size=(2, 3, 4))
    agree(exp_all(v + w), reference.exp_all(v) * reference.exp_all(w))
