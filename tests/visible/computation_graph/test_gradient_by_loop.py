"""Worked examples of gradient_by_loop."""

import numpy as np

from grader.cases import agree


def test_one_example(gradient_by_loop):
    """of one example, the mean is its own loss and gradient"""
    w, X, Y = np.array([[0.0]]), np.array([[3.0]]), np.array([[0]])
    # a is 1/2 and the label 0: dz is 1/2, dw is 3/2.
    expected = ({"dw": np.array([[1.5]]), "db": 0.5}, 0.6931471805599453)
    agree(gradient_by_loop(w, 0.0, X, Y), expected)


def test_worked_example(gradient_by_loop):
    """three examples with two features"""
    w, X = np.array([[1], [-1]]), np.array([[1, 2, 0], [1, 1, 2]])
    expected = (
        {"dw": np.array([[0.32070572], [-0.51017858]]), "db": -0.2165795},
        1.37777896,
    )
    agree(gradient_by_loop(w, 0, X, np.array([[1, 0, 1]])), expected)


def test_example_of_propagate(gradient_by_loop):
    """the numbers that propagate will give, too"""
    w, X = np.array([[1], [2]]), np.array([[1, 2], [3, 4]])
    expected = (
        {"dw": np.array([[0.99993216], [1.99980262]]), "db": 0.49993523},
        6.00006477,
    )
    agree(gradient_by_loop(w, 2, X, np.array([[1, 0]])), expected)
