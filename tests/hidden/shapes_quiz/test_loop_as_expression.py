"""The hidden case of loop_as_expression: which letter is right is computed."""

import numpy as np
import pytest

from grader.cases import choose

CHOICES = {
    "a": lambda a, b: a + b,
    "b": lambda a, b: a.T + b.T,
    "c": lambda a, b: a + b.T,
    "d": lambda a, b: a.T + b,
}


def same(line, a, b, c):
    """Return whether a line computes c."""
    try:
        return np.array_equal(line(a, b), c)
    except ValueError:
        return False


# Any letter is a choice: what is worth points is the right one.
@pytest.mark.points(100_000)
def test_letter(loop_as_expression, rng):
    """the letter is that of the line that computes what the loop does"""
    a, b = rng.normal(size=(3, 4)), rng.normal(size=(4, 1))
    c = np.zeros((3, 4))
    for i in range(3):
        for j in range(4):
            c[i][j] = a[i][j] + b[j][0]
    (right,) = [letter for letter, line in CHOICES.items() if same(line, a, b, c)]
    choose(loop_as_expression(), "abcd", right)
