"""Worked examples of activations."""

import numpy as np

from grader.cases import agree


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
