"""Hidden cases of example_gradient: fresh examples, smallest first."""

import numpy as np
import pytest

from grader.cases import agree


def draw(rng, n_x):
    """Draw w, b and x for so many features; the score stays near zero."""
    w = rng.normal(size=(n_x, 1)) / np.sqrt(n_x)
    return w, float(rng.uniform(-1, 1)), rng.normal(size=(n_x, 1))


@pytest.mark.parametrize("y", [0, 1])
def test_one_feature(example_gradient, reference, rng, y):
    """an example with one feature"""
    w, b, x = draw(rng, 1)
    agree(example_gradient(w, b, x, y), reference.example_gradient(w, b, x, y))


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize("n_x", [2, 3, 7])
def test_features(example_gradient, reference, rng, n_x, y):
    """examples with several features and labels of both kinds"""
    w, b, x = draw(rng, n_x)
    agree(example_gradient(w, b, x, y), reference.example_gradient(w, b, x, y))


@pytest.mark.parametrize("b", [-2.5, 3])
def test_bias(example_gradient, reference, rng, b):
    """the bias is part of the score"""
    w, _, x = draw(rng, 4)
    agree(example_gradient(w, b, x, 1), reference.example_gradient(w, b, x, 1))


@pytest.mark.parametrize("y", [0, 1])
def test_integers(example_gradient, reference, rng, y):
    """whole weights and features give real gradients"""
    w = rng.permutation([[1], [-1], [1]])
    x = rng.integers(1, 4, size=(3, 1)) * rng.choice([-1, 1], size=(3, 1))
    agree(example_gradient(w, 1, x, y), reference.example_gradient(w, 1, x, y))


def test_features_of_zero(example_gradient, reference, rng):
    """without features the bias alone decides, and only it can learn"""
    w, b, _ = draw(rng, 3)
    x = np.zeros((3, 1))
    agree(example_gradient(w, b, x, 1), reference.example_gradient(w, b, x, 1))


@pytest.mark.parametrize("y", [0, 1])
def test_gradients_are_slopes(example_gradient, reference, rng, y):
    """the gradients are the slopes of the loss"""
    w, b, x = draw(rng, 3)
    h = 1e-5

    def loss(w, b):
        return float(reference.example_gradient(w, b, x, y)[0])

    def slope(ahead, behind):
        return (loss(*ahead) - loss(*behind)) / (2 * h)

    steps = h * np.eye(3)[:, :, np.newaxis]
    dw = np.array([slope((w + step, b), (w - step, b)) for step in steps])
    db = slope((w, b + h), (w, b - h))
    # A central difference is wrong by h squared / 6 times the third derivative, which
    # stays below 0.1 |x|^3 (1e-9), and by the rounding of the loss over h (1e-9, since
    # the score stays small).
    expected = (loss(w, b), dw.reshape(3, 1), db)
    agree(example_gradient(w, b, x, y), expected, rtol=1e-6, atol=1e-7)
