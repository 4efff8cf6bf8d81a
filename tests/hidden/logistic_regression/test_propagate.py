"""Hidden cases of propagate: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree


def draw(rng, n_x, m):
    """Draw w, b, X and Y of this size, with labels of both kinds."""
    w = rng.normal(size=(n_x, 1))
    b = float(rng.normal())
    X = rng.normal(size=(n_x, m))
    Y = rng.permutation(np.arange(m) % 2).reshape(1, m)
    return w, b, X, Y


@pytest.mark.parametrize("label", [0, 1])
def test_one_example(propagate, reference, rng, label):
    """one example with one feature"""
    w, b, X, _ = draw(rng, 1, 1)
    Y = np.array([[label]])
    agree(propagate(w, b, X, Y), reference.propagate(w, b, X, Y))


@pytest.mark.parametrize("label", [0, 1])
def test_labels_all_alike(propagate, reference, rng, label):
    """three examples that share one label"""
    w, b, X, _ = draw(rng, 2, 3)
    Y = np.full((1, 3), label)
    agree(propagate(w, b, X, Y), reference.propagate(w, b, X, Y))


@pytest.mark.parametrize("shape", [(1, 4), (2, 2), (3, 3), (2, 5), (6, 3), (4, 1)])
def test_sizes(propagate, reference, rng, shape):
    """the mean runs over the examples, whatever the number of features"""
    w, b, X, Y = draw(rng, *shape)
    agree(propagate(w, b, X, Y), reference.propagate(w, b, X, Y))


@pytest.mark.parametrize("b", [-2.5, 3])
def test_bias(propagate, reference, rng, b):
    """the bias is part of every score"""
    w, _, X, Y = draw(rng, 3, 4)
    agree(propagate(w, b, X, Y), reference.propagate(w, b, X, Y))


def test_integers(propagate, reference, rng):
    """integer weights and data give real gradients"""
    w = rng.integers(-1, 2, size=(3, 1))
    X = rng.integers(-2, 3, size=(3, 5))
    Y = rng.permutation(np.arange(5) % 2).reshape(1, 5)
    agree(propagate(w, 1, X, Y), reference.propagate(w, 1, X, Y))


def test_zeros(propagate, rng):
    """weights and bias of zero cost the logarithm of two, whatever the data"""
    m = int(rng.integers(4, 9))
    _, _, X, Y = draw(rng, 3, m)
    # With every activation one half, both gradients are means with weights +-1/2.
    signs = 0.5 - Y
    expected = {"dw": np.dot(X, signs.T) / m, "db": np.sum(signs) / m}
    agree(propagate(np.zeros((3, 1)), 0.0, X, Y), (expected, np.log(2)))


def test_every_example_twice(propagate, reference, rng):
    """showing every example twice changes nothing"""
    w, b, X, Y = draw(rng, 3, 5)
    twice = propagate(w, b, np.hstack([X, X]), np.hstack([Y, Y]))
    agree(twice, reference.propagate(w, b, X, Y))


def test_gradients_are_slopes(propagate, reference, rng):
    """the gradients are the slopes of the cost"""
    w, b, X, Y = draw(rng, 3, 4)
    # Half as large, to keep the scores below 10: log(1 - a) loses digits beyond.
    w, b = w / 2, b / 2
    h = 1e-5

    def cost(w, b):
        return float(reference.propagate(w, b, X, Y)[1])

    def slope(ahead, behind):
        return (cost(*ahead) - cost(*behind)) / (2 * h)

    dw = [slope((w + h * e, b), (w - h * e, b)) for e in np.eye(3)[:, :, np.newaxis]]
    db = slope((w, b + h), (w, b - h))
    expected = ({"dw": np.array(dw).reshape(3, 1), "db": db}, cost(w, b))
    # A central difference is wrong by h squared / 6 times the third derivative, which
    # stays below 0.1 |x|^3 (1e-9), and by the rounding of the cost over h (1e-8).
    agree(propagate(w, b, X, Y), expected, rtol=1e-6, atol=1e-7)


def test_many_examples(propagate, reference, rng):
    """many examples at once"""
    w, b, X, Y = draw(rng, 5, int(rng.integers(150, 250)))
    agree(propagate(w, b, X, Y), reference.propagate(w, b, X, Y))
