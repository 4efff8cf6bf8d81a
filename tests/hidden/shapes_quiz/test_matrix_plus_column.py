"""The hidden case of matrix_plus_column: which letter is right is computed."""

import pytest

from grader.cases import choose

CHOICES = {"a": (2, 1), "b": (3, 2), "c": (2, 3), "d": None}


def shape_of_sum(a, b):
    """Return the shape of a + b, None where NumPy refuses to add."""
    try:
        return (a + b).shape
    except ValueError:
        return None


# Any letter is a choice: what is worth points is the right one.
@pytest.mark.points(100_000)
def test_letter(matrix_plus_column, rng):
    """the letter is that of what NumPy does"""
    shape = shape_of_sum(rng.normal(size=(2, 3)), rng.normal(size=(2, 1)))
    (right,) = [letter for letter, choice in CHOICES.items() if choice == shape]
    choose(matrix_plus_column(), "abcd", right)
