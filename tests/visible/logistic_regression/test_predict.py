"""Worked examples of predict, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_example(predict):
    """one example gets one label, in an array of shape (1, 1)"""
    w = np.array([[2.0]])
    b = -1.0
    X = np.array([[1.5]])
    agree(predict(w, b, X), np.array([[1]]))


def test_worked_example(predict):
    """three examples get a row of three labels"""
    w = np.array([[0.1124579], [0.23106775]])
    b = -0.3
    X = np.array([[1.0, -1.1, -3.2], [1.2, 2.0, 0.1]])
    agree(predict(w, b, X), np.array([[1, 1, 0]]))


def draw(rng, n_x, m):
    """Draw w, b and X of this size, with scores of both signs, away from zero."""
    signs = np.arange(m) % 2 * 2 - 1
    return np.full((n_x, 1), 1 / n_x), 0.5, signs * rng.uniform(1, 2, size=(n_x, m))


@pytest.mark.steps
def test_examples_take_no_steps(predict, rng):
    """takes no more steps for more examples"""
    same_work(predict, "example", lambda n: draw(rng, 2, n))


@pytest.mark.steps
def test_features_take_no_steps(predict, rng):
    """takes no more steps for more features"""
    same_work(predict, "feature", lambda n: draw(rng, n, 2))
