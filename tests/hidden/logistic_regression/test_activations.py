"""Hidden cases of activations: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


def draw(rng, n_x, m):
    """Draw w, b and X of this size."""
    w = rng.normal(size=(n_x, 1))
    b = float(rng.normal())
    X = rng.normal(size=(n_x, m))
    return w, b, X


def test_one_example(activations, reference, rng):
    """one example with one feature"""
    w, b, X = draw(rng, 1, 1)
    agree(activations(w, b, X), reference.activations(w, b, X))


@pytest.mark.parametrize("shape", [(1, 4), (2, 2), (3, 3), (2, 5), (6, 3), (4, 1)])
def test_sizes(activations, reference, rng, shape):
    """every example has its own activation, whatever the number of features"""
    w, b, X = draw(rng, *shape)
    agree(activations(w, b, X), reference.activations(w, b, X))


@pytest.mark.parametrize("b", [-2.5, 3])
def test_bias(activations, reference, rng, b):
    """the bias is part of every score"""
    w, _, X = draw(rng, 3, 4)
    agree(activations(w, b, X), reference.activations(w, b, X))


def test_integers(activations, reference, rng):
    """integer weights and data give real activations"""
    w = rng.integers(-1, 2, size=(3, 1))
    X = rng.integers(-2, 3, size=(3, 5))
    agree(activations(w, 1, X), reference.activations(w, 1, X))


def test_zeros(activations, rng):
    """weights and bias of zero make every activation one half"""
    m = int(rng.integers(4, 9))
    _, _, X = draw(rng, 3, m)
    agree(activations(np.zeros((3, 1)), 0.0, X), np.full((1, m), 0.5))


def test_examples_on_their_own(activations, reference, rng):
    """an example's activation does not depend on the other examples"""
    w, b, X = draw(rng, 4, 6)
    left = activations(w, b, X[:, :2])
    agree(left, reference.activations(w, b, X)[:, :2])


def test_turned_round(activations, rng):
    """weights and bias of the opposite sign give what is missing to one"""
    w, b, X = draw(rng, 3, 5)
    sums = numbers(activations(w, b, X), shape=(1, 5)) + numbers(
        activations(-w, -b, X), shape=(1, 5)
    )
    agree(sums, np.ones((1, 5)), what="sums")


def test_many_examples(activations, reference, rng):
    """many examples at once"""
    w, b, X = draw(rng, 5, int(rng.integers(150, 250)))
    agree(activations(w, b, X), reference.activations(w, b, X))
