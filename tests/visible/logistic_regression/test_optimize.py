"""Worked examples of optimize."""

import numpy as np

from grader.cases import agree


def test_one_step(optimize):
    """a single step goes against the gradient"""
    w = np.array([[0.0]])
    b = 0.0
    X = np.array([[2.0, 4.0]])
    Y = np.array([[1, 1]])
    expected = (
        {"w": np.array([[0.15]]), "b": 0.05},
        {"dw": np.array([[-1.5]]), "db": -0.5},
        [0.6931471805599453],
    )
    agree(optimize(w, b, X, Y, 1, 0.1), expected)


def test_worked_example(optimize):
    """a hundred steps from a start that is far off"""
    w = np.array([[1.0], [2.0]])
    b = 2.0
    X = np.array([[1.0, 2.0], [3.0, 4.0]])
    Y = np.array([[1, 0]])
    expected = (
        {"w": np.array([[0.1124578971], [0.2310677468]]), "b": 1.5593049248},
        {"dw": np.array([[0.9015842801], [1.7625084235]]), "db": 0.4304620717},
        [6.0000647732],
    )
    agree(optimize(w, b, X, Y, 100, 0.009), expected)
