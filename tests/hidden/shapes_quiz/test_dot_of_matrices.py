"""The hidden case of dot_of_matrices: which letter is right is computed."""

import numpy as np
import pytest

from grader.cases import choose

CHOICES = {"a": (150, 150), "b": (12288, 45), "c": (12288, 150), "d": None}


def shape_of_dot(a, b):
    """Return the shape of np.dot(a, b), None where NumPy refuses to multiply."""
    try:
        return np.dot(a, b).shape
    except ValueError:
        return None


# Any letter is a choice: what is worth points is the right one.
@pytest.mark.points(100_000)
def test_letter(dot_of_matrices):
    """the letter is that of what NumPy does"""
    shape = shape_of_dot(np.ones((12288, 150)), np.ones((150, 45)))
    (right,) = [letter for letter, choice in CHOICES.items() if choice == shape]
    choose(dot_of_matrices(), "abcd", right)
