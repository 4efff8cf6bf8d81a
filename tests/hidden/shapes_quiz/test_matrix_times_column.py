"""The hidden case of matrix_times_column: which letter is right is computed."""

import numpy as np
import pytest

from grader.cases import choose

CHOICES = {
    "a": lambda a, b: np.stack([a[i] * b[i, 0] for i in range(3)]),
    "b": lambda a, b: np.stack([a[:, j] * b[j, 0] for j in range(3)], axis=1),
    "c": np.dot,
    "d": lambda _a, _b: None,
}


def product(a, b):
    """Return a * b, None where NumPy refuses to multiply."""
    try:
        return a * b
    except ValueError:
        return None


def same(one, other):
    """Return whether two results are the same, also if there is none."""
    if one is None or other is None:
        return one is other
    return one.shape == other.shape and np.allclose(one, other)


# Any letter is a choice: what is worth points is the right one.
@pytest.mark.points(100_000)
def test_letter(matrix_times_column, rng):
    """the letter is that of what NumPy does"""
    a, b = rng.normal(size=(3, 3)), rng.normal(size=(3, 1))
    c = product(a, b)
    (right,) = [letter for letter, made in CHOICES.items() if same(made(a, b), c)]
    choose(matrix_times_column(), "abcd", right)
