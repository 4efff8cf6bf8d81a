"""Hidden cases of gradient_by_loop: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree


def draw(rng, n_x, m):
    """Draw w, b, X and Y of this size, with labels of both kinds and small scores."""
    w = rng.normal(size=(n_x, 1)) / np.sqrt(n_x)
    b = float(rng.uniform(-1, 1))
    X = rng.normal(size=(n_x, m))
    Y = rng.permutation(np.arange(m) % 2).reshape(1, m)
    return w, b, X, Y


@pytest.mark.parametrize("label", [0, 1])
def test_one_example(gradient_by_loop, reference, rng, label):
    """one example with one feature"""
    w, b, X, _ = draw(rng, 1, 1)
    Y = np.array([[label]])
    agree(gradient_by_loop(w, b, X, Y), reference.gradient_by_loop(w, b, X, Y))


@pytest.mark.parametrize("shape", [(1, 2), (2, 2), (1, 4), (4, 1), (2, 5), (6, 3)])
def test_sizes(gradient_by_loop, reference, rng, shape):
    """the mean runs over the examples, whatever the number of features"""
    w, b, X, Y = draw(rng, *shape)
    agree(gradient_by_loop(w, b, X, Y), reference.gradient_by_loop(w, b, X, Y))


@pytest.mark.parametrize("label", [0, 1])
def test_labels_all_alike(gradient_by_loop, reference, rng, label):
    """examples that share one label"""
    w, b, X, _ = draw(rng, 2, 4)
    Y = np.full((1, 4), label)
    agree(gradient_by_loop(w, b, X, Y), reference.gradient_by_loop(w, b, X, Y))


@pytest.mark.parametrize("b", [-2.5, 3])
def test_bias(gradient_by_loop, reference, rng, b):
    """the bias is part of every score"""
    w, _, X, Y = draw(rng, 3, 5)
    agree(gradient_by_loop(w, b, X, Y), reference.gradient_by_loop(w, b, X, Y))


def test_integers(gradient_by_loop, reference, rng):
    """whole weights and data give real gradients"""
    w = rng.integers(-1, 2, size=(3, 1))
    X = rng.integers(-2, 3, size=(3, 5))
    Y = rng.permutation(np.arange(5) % 2).reshape(1, 5)
    agree(gradient_by_loop(w, 1, X, Y), reference.gradient_by_loop(w, 1, X, Y))


def test_order_of_examples(gradient_by_loop, reference, rng):
    """the order of the examples changes nothing"""
    w, b, X, Y = draw(rng, 2, 6)
    order = np.roll(np.arange(6), int(rng.integers(1, 6)))
    shuffled = gradient_by_loop(w, b, X[:, order], Y[:, order])
    agree(shuffled, reference.gradient_by_loop(w, b, X, Y))


def test_gradients_are_slopes(gradient_by_loop, reference, rng):
    """the gradients are the slopes of the cost"""
    w, b, X, Y = draw(rng, 3, 5)
    h = 1e-5

    def cost(w, b):
        return float(reference.gradient_by_loop(w, b, X, Y)[1])

    def slope(ahead, behind):
        return (cost(*ahead) - cost(*behind)) / (2 * h)

    steps = h * np.eye(3)[:, :, np.newaxis]
    dw = np.array([slope((w + step, b), (w - step, b)) for step in steps])
    db = slope((w, b + h), (w, b - h))
    # A central difference is wrong by h squared / 6 times the third derivative, which
    # stays below 0.1 |x|^3 (1e-9), and by the rounding of the cost over h (1e-9, since
    # the scores stay small).
    expected = ({"dw": dw.reshape(3, 1), "db": db}, cost(w, b))
    agree(gradient_by_loop(w, b, X, Y), expected, rtol=1e-6, atol=1e-7)


def test_many_examples(gradient_by_loop, reference, rng):
    """many examples"""
    w, b, X, Y = draw(rng, 4, int(rng.integers(30, 60)))
    agree(gradient_by_loop(w, b, X, Y), reference.gradient_by_loop(w, b, X, Y))
