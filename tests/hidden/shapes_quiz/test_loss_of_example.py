"""The hidden case of loss_of_example: which letter is right is computed."""

import numpy as np
import pytest

from grader.cases import choose

CHOICES = {
    "a": lambda p, y: -(y * np.log(p) + (1 - y) * np.log(1 - p)),
    "b": lambda p, y: np.abs(y - p),
    "c": lambda p, y: (y - p) ** 2 / 2,
    "d": lambda p, y: -(y * np.log(p) + y * np.log(1 - p)),
}


# Any letter is a choice: what is worth points is the right one.
@pytest.mark.points(100_000)
def test_letter(loss_of_example, reference, rng):
    """the letter is that of the logistic loss of examples of both kinds"""
    p = rng.uniform(0.1, 0.9, size=(1, 6))
    y = rng.permutation(np.arange(6) % 2).reshape(1, 6)
    losses = reference.logistic_loss(p, y)
    (right,) = [
        letter
        for letter, formula in CHOICES.items()
        if np.allclose(formula(p, y), losses)
    ]
    choose(loss_of_example(), "abcd", right)
