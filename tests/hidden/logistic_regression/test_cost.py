"""Hidden cases of cost: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree

# Probabilities keep a distance from 0 and 1: log(1 - p) loses digits close to 1.


def draw(rng, m):
    """Draw probabilities of m examples, and labels of both kinds."""
    A = rng.uniform(0.02, 0.98, size=(1, m))
    Y = rng.permutation(np.arange(m) % 2).reshape(1, m)
    return A, Y


@pytest.mark.parametrize("label", [0, 1])
def test_one_example(cost, reference, rng, label):
    """the cost of a single example"""
    A, _ = draw(rng, 1)
    Y = np.array([[label]])
    agree(cost(A, Y), reference.cost(A, Y))


@pytest.mark.parametrize("m", [2, 3, 5, 12])
def test_sizes(cost, reference, rng, m):
    """the cost is a mean, whatever the number of examples"""
    A, Y = draw(rng, m)
    agree(cost(A, Y), reference.cost(A, Y))


@pytest.mark.parametrize("label", [0, 1])
def test_labels_all_alike(cost, reference, rng, label):
    """examples that share one label"""
    A, _ = draw(rng, 4)
    Y = np.full((1, 4), label)
    agree(cost(A, Y), reference.cost(A, Y))


def test_undecided(cost, rng):
    """probabilities of one half cost the logarithm of two"""
    m = int(rng.integers(3, 9))
    _, Y = draw(rng, m)
    agree(cost(np.full((1, m), 0.5), Y), np.log(2))


def test_labels_as_floats(cost, reference, rng):
    """labels may be 0.0 and 1.0"""
    A, Y = draw(rng, 5)
    agree(cost(A, Y.astype(float)), reference.cost(A, Y))


def test_every_example_twice(cost, reference, rng):
    """showing every example twice changes nothing"""
    A, Y = draw(rng, 5)
    agree(cost(np.hstack([A, A]), np.hstack([Y, Y])), reference.cost(A, Y))


def test_mean_of_losses(cost, reference, rng):
    """the cost is the mean of the losses of the examples"""
    A, Y = draw(rng, 6)
    agree(cost(A, Y), float(np.mean(reference.logistic_loss(A, Y))))


def test_many_examples(cost, reference, rng):
    """many examples at once"""
    A, Y = draw(rng, int(rng.integers(150, 250)))
    agree(cost(A, Y), reference.cost(A, Y))
