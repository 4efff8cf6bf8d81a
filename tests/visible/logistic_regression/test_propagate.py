"""Worked examples of propagate, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_zero_weight(propagate):
    """a weight of zero makes every activation one half"""
    w = np.array([[0.0]])
    b = 0.0
    X = np.array([[2.0, 4.0]])
    Y = np.array([[1, 0]])
    # The mean of log(2) and log(2); (2 * (-0.5) + 4 * 0.5) / 2; (-0.5 + 0.5) / 2.
    expected = ({"dw": np.array([[0.5]]), "db": 0.0}, 0.6931471805599453)
    agree(propagate(w, b, X, Y), expected)


def test_worked_example(propagate):
    """gradients and cost of two examples with two features"""
    w = np.array([[1], [2]])
    b = 2
    X = np.array([[1, 2], [3, 4]])
    Y = np.array([[1, 0]])
    expected = (
        {"dw": np.array([[0.99993216], [1.99980262]]), "db": 0.49993523},
        6.00006477,
    )
    agree(propagate(w, b, X, Y), expected)


def draw(rng, n_x, m):
    """Draw w, b, X and Y of this size, with labels of both kinds."""
    w, X = rng.normal(size=(n_x, 1)), rng.normal(size=(n_x, m))
    return w, 0.5, X, np.arange(m).reshape(1, m) % 2


@pytest.mark.steps
def test_examples_take_no_steps(propagate, rng):
    """takes no more steps for more examples"""
    same_work(propagate, "example", lambda n: draw(rng, 2, n))


@pytest.mark.steps
def test_features_take_no_steps(propagate, rng):
    """takes no more steps for more features"""
    same_work(propagate, "feature", lambda n: draw(rng, n, 2))
