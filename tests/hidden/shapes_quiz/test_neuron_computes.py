"""The hidden case of neuron_computes: which letter is right is computed."""

import numpy as np
import pytest

from grader.cases import choose


def sigmoid(z):
    """Return the activation function of the example."""
    return 1 / (1 + np.exp(-z))


CHOICES = {
    "a": lambda _w, _b, x: sigmoid(np.mean(x, axis=0, keepdims=True)),
    "b": lambda w, b, x: sigmoid(np.sum(w * x, axis=0, keepdims=True) + b),
    "c": lambda w, b, x: np.sum(w * sigmoid(x), axis=0, keepdims=True) + b,
    "d": lambda w, b, x: np.sum(w * x, axis=0, keepdims=True) + b,
}


# Any letter is a choice: what is worth points is the right one.
@pytest.mark.points(100_000)
def test_letter(neuron_computes, reference, rng):
    """the letter is that of what the neuron of logistic regression computes"""
    w, b, x = rng.normal(size=(4, 1)), 1.5, rng.normal(size=(4, 5))
    neuron = reference.activations(w, b, x)
    (right,) = [
        letter
        for letter, formula in CHOICES.items()
        if np.allclose(formula(w, b, x), neuron)
    ]
    choose(neuron_computes(), "abcd", right)
