"""Hidden cases of relu: fresh arrays, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


def draw(rng, shape):
    """Draw an array with values of both signs, away from zero."""
    size = int(np.prod(shape))
    signs = rng.permutation(np.arange(size) % 2 * 2 - 1).reshape(shape)
    return signs * rng.uniform(0.5, 4, size=shape)


@pytest.mark.parametrize("sign", [-1, 1])
def test_one_element(relu, reference, rng, sign):
    """a single element, negative or positive"""
    v = sign * rng.uniform(1.5, 3, size=1)
    agree(relu(v), reference.relu(v))


@pytest.mark.parametrize("n", [2, 7])
def test_vector(relu, reference, rng, n):
    """a one-dimensional array with values of both signs"""
    v = draw(rng, (n,))
    agree(relu(v), reference.relu(v))


@pytest.mark.parametrize("shape", [(2, 2), (1, 3), (5, 1), (2, 3, 4)])
def test_any_shape(relu, reference, rng, shape):
    """an array of any shape keeps it"""
    v = draw(rng, shape)
    agree(relu(v), reference.relu(v))


@pytest.mark.parametrize("sign", [-1, 1])
def test_signs_all_alike(relu, reference, rng, sign):
    """values that are all positive, or all negative"""
    v = sign * rng.uniform(0.5, 4, size=(2, 3))
    agree(relu(v), reference.relu(v))


@pytest.mark.parametrize("shape", [(5,), (3, 2)])
def test_integers(relu, reference, rng, shape):
    """whole numbers, zero among them"""
    v = rng.permutation(np.arange(np.prod(shape)) - 2).reshape(shape)
    agree(relu(v), reference.relu(v))


def test_two_halves(relu, rng):
    """what is kept of v, less what is kept of -v, is v"""
    v = draw(rng, (3, 4))
    kept = numbers(relu(v), shape=v.shape) - numbers(relu(-v), shape=v.shape)
    agree(kept, v, what="relu(v) - relu(-v)")
