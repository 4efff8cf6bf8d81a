"""Hidden cases of mse: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree

X = np.array([338.0, 333, 328, 207, 226, 25, 179, 60, 208, 606])
Y = np.array([640.0, 633, 619, 393, 428, 27, 193, 66, 226, 1591])


def draw(rng, m):
    """Draw w, b, x and y, with errors on both sides of the line."""
    w, b = float(rng.normal(scale=2)), float(rng.normal(scale=3))
    x = rng.uniform(-3, 3, size=m)
    return w, b, x, w * x + b + rng.normal(scale=2, size=m)


def test_one_point(mse, reference, rng):
    """a single point"""
    w, b, x, y = draw(rng, 1)
    agree(mse(w, b, x, y), reference.mse(w, b, x, y))


@pytest.mark.parametrize("m", [2, 3, 5, 12])
def test_sizes(mse, reference, rng, m):
    """the mean runs over the points, however many there are"""
    w, b, x, y = draw(rng, m)
    agree(mse(w, b, x, y), reference.mse(w, b, x, y))


def test_integers(mse, reference, rng):
    """whole numbers"""
    x, y = rng.integers(-9, 10, size=(2, 6))
    agree(mse(3, -2, x, y), reference.mse(3, -2, x, y))


def test_perfect_line(mse, rng):
    """a line through all points has no error"""
    w, b, x, _ = draw(rng, 5)
    agree(mse(w, b, x, w * x + b), 0.0)


def test_line_beside_points(mse, rng):
    """a line that lies a distance d above all points has the error d squared"""
    w, b, x, _ = draw(rng, 4)
    d = float(rng.uniform(1.5, 4))
    agree(mse(w, b + d, x, w * x + b), d**2)


def test_both_sides(mse, rng):
    """errors above and below the points do not cancel"""
    w, b, x, _ = draw(rng, 6)
    errors = rng.permutation([1.0, -1, 2, -2, 3, -3])
    agree(mse(w, b, x, w * x + b + errors), 28 / 6)


# 10984.387212767997 and 10193.672989589066, the lowest value there is.
@pytest.mark.parametrize(
    ("w", "b", "expected"),
    [(2.5164, -135.166, 10984.387), (2.66945497, -188.43319666, 10193.673)],
)
def test_ten_points(mse, w, b, expected):
    """good lines through the ten points"""
    agree(mse(w, b, X, Y), expected, rtol=1e-6)
