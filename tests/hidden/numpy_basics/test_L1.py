"""Hidden cases of L1: fresh predictions and labels, fewest first."""

import numpy as np
import pytest

from grader.cases import agree


@pytest.mark.parametrize("label", [0, 1])
def test_one_prediction(L1, reference, rng, label):
    """a single prediction"""
    yhat = rng.uniform(0.1, 0.9, size=1)
    y = np.array([label])
    agree(L1(yhat, y), reference.L1(yhat, y))


@pytest.mark.parametrize("m", [2, 3, 8, 30])
def test_both_labels(L1, reference, rng, m):
    """several predictions with labels of both kinds"""
    yhat = rng.uniform(0.1, 0.9, size=m)
    y = rng.permutation(np.arange(m) % 2)
    agree(L1(yhat, y), reference.L1(yhat, y))


@pytest.mark.parametrize("label", [0, 1])
def test_mostly_one_label(L1, reference, rng, label):
    """all labels but one are the same"""
    # The differences of one sign outweigh that of the other, in both directions.
    yhat = rng.uniform(0.3, 0.7, size=6)
    y = np.full(6, label)
    y[rng.integers(6)] = 1 - label
    agree(L1(yhat, y), reference.L1(yhat, y))


@pytest.mark.parametrize("m", [4, 7])
def test_integers(L1, reference, rng, m):
    """whole numbers, positive and negative"""
    yhat = rng.integers(-9, 10, size=m)
    y = rng.integers(-9, 10, size=m)
    agree(L1(yhat, y), reference.L1(yhat, y))


def test_any_values(L1, reference, rng):
    """values far from zero and one"""
    yhat = rng.normal(scale=10, size=9)
    y = rng.normal(scale=10, size=9)
    agree(L1(yhat, y), reference.L1(yhat, y))
