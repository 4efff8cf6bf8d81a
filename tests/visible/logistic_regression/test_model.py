"""Worked examples of model."""

import numpy as np

from grader.cases import agree


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
