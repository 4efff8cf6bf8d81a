"""The hidden case of product_of_matrices: which letter is right is computed."""

import pytest

from grader.cases import choose

CHOICES = {"a": (4, 2), "b": (4, 3), "c": (3, 3), "d": None}


def shape_of_product(a, b):
    """Return the shape of a * b, None where NumPy refuses to multiply."""
    try:
        return (a * b).shape
    except ValueError:
        return None


# Any letter is a choice: what is worth points is the right one.
@pytest.mark.points(100_000)
def test_letter(product_of_matrices, rng):
    """the letter is that of what NumPy does"""
    shape = shape_of_product(rng.normal(size=(4, 3)), rng.normal(size=(3, 2)))
    (right,) = [letter for letter, choice in CHOICES.items() if choice == shape]
    choose(product_of_matrices(), "abcd", right)
