"""Hidden cases of logistic_loss: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers

# Probabilities keep a distance from 0 and 1: log(1 - p) loses digits close to 1.


def draw(rng, *shape):
    """Draw probabilities of this shape, and labels of both kinds."""
    yhat = rng.uniform(0.02, 0.98, size=shape)
    y = rng.permutation(np.arange(yhat.size) % 2).reshape(shape)
    return yhat, y


@pytest.mark.parametrize("label", [0, 1])
def test_one_number(logistic_loss, reference, rng, label):
    """the loss of a single example"""
    yhat = float(rng.uniform(0.05, 0.4))
    agree(logistic_loss(yhat, label), reference.logistic_loss(yhat, label))


@pytest.mark.parametrize("shape", [(1, 1), (4,), (1, 5), (3, 1), (3, 3), (2, 6)])
def test_shapes(logistic_loss, reference, rng, shape):
    """every example has its own loss, whatever the shape"""
    yhat, y = draw(rng, *shape)
    agree(logistic_loss(yhat, y), reference.logistic_loss(yhat, y))


@pytest.mark.parametrize("label", [0, 1])
def test_labels_all_alike(logistic_loss, reference, rng, label):
    """examples that share one label"""
    yhat, y = draw(rng, 1, 6)
    y = np.full_like(y, label)
    agree(logistic_loss(yhat, y), reference.logistic_loss(yhat, y))


def test_undecided(logistic_loss, rng):
    """a probability of one half costs the logarithm of two, whatever the label"""
    y = rng.permutation(np.arange(7) % 2).reshape(1, 7)
    agree(logistic_loss(np.full((1, 7), 0.5), y), np.full((1, 7), np.log(2)))


def test_labels_as_floats(logistic_loss, reference, rng):
    """labels may be 0.0 and 1.0"""
    yhat, y = draw(rng, 1, 5)
    agree(logistic_loss(yhat, y.astype(float)), reference.logistic_loss(yhat, y))


def test_both_kinds_mirror(logistic_loss, rng):
    """the loss of p with label 1 is that of 1 - p with label 0"""
    yhat, y = draw(rng, 1, 8)
    mirrored = numbers(logistic_loss(1 - yhat, 1 - y), shape=y.shape)
    # 1 - (1 - p) differs from p by one rounding, 1e-16 of at least 0.02.
    agree(logistic_loss(yhat, y), mirrored)


def test_sure_and_wrong(logistic_loss, reference, rng):
    """the surer a wrong answer is, the more it costs"""
    yhat = np.sort(rng.uniform(0.5, 0.999, size=(1, 6)))
    y = np.zeros((1, 6), dtype=int)
    losses = numbers(logistic_loss(yhat, y), shape=y.shape)
    agree(losses, reference.logistic_loss(yhat, y))
    drops = np.minimum(np.diff(losses), 0)
    agree(drops, np.zeros_like(drops), what="drops along the row")
