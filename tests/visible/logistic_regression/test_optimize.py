"""Worked examples of optimize, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


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


def draw(rng, n_x, m):
    """Draw w, b, X and Y of this size, with labels of both kinds."""
    w, X = rng.normal(size=(n_x, 1)), rng.normal(size=(n_x, m))
    return w, 0.5, X, np.arange(m).reshape(1, m) % 2


@pytest.mark.steps
def test_examples_take_no_steps(optimize, rng):
    """takes no more steps for more examples"""
    same_work(optimize, "example", lambda n: (*draw(rng, 2, n), 2, 0.1))


@pytest.mark.steps
def test_features_take_no_steps(optimize, rng):
    """takes no more steps for more features"""
    same_work(optimize, "feature", lambda n: (*draw(rng, n, 2), 2, 0.01))


@pytest.mark.steps
def test_iterations_are_one_loop(optimize, rng):
    """one loop goes through the iterations"""
    data = draw(rng, 2, 3)
    same_work(optimize, "num_iterations", lambda n: (*data, n, 0.1), sizes=(5, 2, 8))
