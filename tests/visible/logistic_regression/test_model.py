"""Worked examples of model, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_step(model):
    """one step on two examples, one example to test"""
    X_train = np.array([[2.0, 4.0]])
    Y_train = np.array([[1, 1]])
    X_test = np.array([[-1.0]])
    Y_test = np.array([[0]])
    expected = {
        "costs": [0.6931471805599453],
        "Y_prediction_test": np.array([[0]]),
        "Y_prediction_train": np.array([[1, 1]]),
        "w": np.array([[0.15]]),
        "b": 0.05,
        "learning_rate": 0.1,
        "num_iterations": 1,
    }
    agree(model(X_train, Y_train, X_test, Y_test, 1, 0.1), expected)


def test_imperfect_fit(model):
    """five training examples, one of which it cannot learn"""
    X_train = np.array([[1.0, -2.0, 3.0, 0.5, -1.5], [0.5, 1.0, -1.0, 2.0, -1.0]])
    Y_train = np.array([[1, 0, 0, 1, 1]])
    X_test = np.array([[2.0, -1.0, 0.5], [1.0, 0.5, -2.0]])
    Y_test = np.array([[1, 0, 1]])
    expected = {
        "costs": [0.6931471806, 0.6478581644],
        "Y_prediction_test": np.array([[1, 1, 0]]),
        "Y_prediction_train": np.array([[1, 1, 0, 1, 1]]),
        "w": np.array([[-0.1035293302], [0.3286516169]]),
        "b": 0.2970109914,
        "learning_rate": 0.05,
        "num_iterations": 150,
    }
    agree(model(X_train, Y_train, X_test, Y_test, 150, 0.05), expected)


def draw(rng, n_x, m):
    """Draw two sets of m examples, with labels of both kinds."""
    X_train, X_test = rng.normal(size=(2, n_x, m))
    Y = np.arange(m).reshape(1, m) % 2
    return X_train, Y, X_test, 1 - Y


@pytest.mark.steps
def test_examples_take_no_steps(model, rng):
    """takes no more steps for more examples"""
    same_work(model, "example", lambda n: (*draw(rng, 2, n), 2, 0.01))


@pytest.mark.steps
def test_features_take_no_steps(model, rng):
    """takes no more steps for more features"""
    same_work(model, "feature", lambda n: (*draw(rng, n, 2), 2, 0.01))
