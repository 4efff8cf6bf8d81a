"""Hidden cases of accuracy: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree


def draw(rng, m, wrong):
    """Draw labels of both kinds for m examples, and predictions, some of them wrong."""
    Y = rng.permutation(np.arange(m) % 2)
    Y_pred = np.where(rng.permutation(m) < wrong, 1 - Y, Y)
    return Y_pred.reshape(1, m), Y.reshape(1, m)


@pytest.mark.parametrize("label", [0, 1])
@pytest.mark.parametrize("guess", [0, 1])
def test_one_example(accuracy, guess, label):
    """one label is right or wrong"""
    expected = 100.0 if guess == label else 0.0
    agree(accuracy(np.array([[guess]]), np.array([[label]])), expected)


@pytest.mark.parametrize(("m", "wrong"), [(2, 1), (5, 1), (4, 3), (7, 2), (10, 9)])
def test_sizes(accuracy, reference, rng, m, wrong):
    """the share of right labels, whatever the number of examples"""
    Y_pred, Y = draw(rng, m, wrong)
    agree(accuracy(Y_pred, Y), reference.accuracy(Y_pred, Y))


@pytest.mark.parametrize("wrong", [0, 6])
def test_all_or_nothing(accuracy, rng, wrong):
    """all labels right, and all labels wrong"""
    Y_pred, Y = draw(rng, 6, wrong)
    agree(accuracy(Y_pred, Y), 0.0 if wrong else 100.0)


def test_one_kind_of_mistake(accuracy, reference, rng):
    """calling a 1 a 0 is as wrong as calling a 0 a 1"""
    m = int(rng.integers(5, 12))
    _, Y = draw(rng, m, 0)
    nobody = np.zeros((1, m), dtype=int)
    everybody = np.ones((1, m), dtype=int)
    agree(accuracy(nobody, Y), reference.accuracy(nobody, Y))
    agree(accuracy(everybody, Y), reference.accuracy(everybody, Y))


def test_mistakes_that_balance(accuracy, rng):
    """a 0 too much does not make up for a 1 too much"""
    Y = rng.permutation([0, 0, 0, 1, 1, 1]).reshape(1, 6)
    agree(accuracy(1 - Y, Y), 0.0)


def test_labels_as_floats(accuracy, reference, rng):
    """predictions of 0.0 and 1.0 are the same labels"""
    Y_pred, Y = draw(rng, 8, 3)
    agree(accuracy(Y_pred.astype(float), Y), reference.accuracy(Y_pred, Y))


def test_many_examples(accuracy, reference, rng):
    """many examples at once"""
    m = int(rng.integers(150, 250))
    Y_pred, Y = draw(rng, m, int(rng.integers(20, 120)))
    agree(accuracy(Y_pred, Y), reference.accuracy(Y_pred, Y))
