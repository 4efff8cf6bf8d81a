"""Worked examples of predict."""

import numpy as np

from grader.cases import agree


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
