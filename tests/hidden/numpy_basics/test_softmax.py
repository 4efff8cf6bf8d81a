"""Hidden cases of softmax: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


def test_one_row(softmax, reference, rng):
    """a single row of two scores"""
    x = rng.normal(size=(1, 2))
    agree(softmax(x), reference.softmax(x))


@pytest.mark.parametrize("shape", [(2, 2), (3, 3), (2, 5), (6, 3)])
def test_rows_on_their_own(softmax, reference, rng, shape):
    """each row is judged on its own"""
    x = rng.normal(scale=3, size=shape)
    agree(softmax(x), reference.softmax(x), rows=("row sum", np.sum))


def test_integers(softmax, reference, rng):
    """integer scores give real probabilities"""
    x = rng.integers(-5, 10, size=(3, 4))
    agree(softmax(x), reference.softmax(x))


def test_sums_to_one(softmax, rng):
    """every row of a tall matrix sums to one"""
    x = rng.normal(size=(int(rng.integers(8, 20)), 3))
    rows = numbers(softmax(x), shape=x.shape).sum(axis=1)
    agree(rows, np.ones(len(x)), what="row sums")


def test_order_is_kept(softmax, rng):
    """a larger score never gets a smaller probability"""
    x = np.sort(rng.normal(size=(4, 6)), axis=1)
    steps = np.diff(numbers(softmax(x), shape=x.shape), axis=1)
    agree(np.minimum(steps, 0), np.zeros_like(steps), what="drops along a row")


@pytest.mark.advice("overflow")
def test_large_scores(softmax, reference):
    """stays finite for large inputs"""
    x = np.array([[1000.0, 999.0, 0.0], [-1000.0, 0.0, 1.0]])
    agree(softmax(x), reference.softmax(x))
