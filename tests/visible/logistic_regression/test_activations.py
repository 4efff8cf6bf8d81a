"""Worked examples of activations, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_example(activations):
    """one example with one feature"""
    w = np.array([[2.0]])
    b = -1.0
    X = np.array([[1.5]])
    # The score is 2 * 1.5 - 1 = 2.
    agree(activations(w, b, X), np.array([[0.8807970779778823]]))


def test_worked_example(activations):
    """three examples get a row of three activations"""
    w = np.array([[1], [2]])
    b = -5
    X = np.array([[1, 2, 3], [2, 1, 0]])
    expected = np.array([[0.5, 0.2689414213699951, 0.11920292202211755]])
    agree(activations(w, b, X), expected)


@pytest.mark.steps
def test_examples_take_no_steps(activations, rng):
    """takes no more steps for more examples"""
    w = rng.normal(size=(2, 1))
    same_work(activations, "example", lambda n: (w, 0.5, rng.normal(size=(2, n))))


@pytest.mark.steps
def test_features_take_no_steps(activations, rng):
    """takes no more steps for more features"""
    same_work(
        activations,
        "feature",
        lambda n: (rng.normal(size=(n, 1)), 0.5, rng.normal(size=(n, 2))),
    )
