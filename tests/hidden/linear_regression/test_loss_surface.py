"""Hidden cases of loss_surface: fresh inputs, smallest first."""

import numpy as np
import pytest

from grader.cases import agree, numbers


def draw(rng, n_w, n_b, m):
    """Draw ws, bs, x and y of these sizes."""
    ws, bs = rng.normal(scale=2, size=n_w), rng.normal(scale=3, size=n_b)
    x = rng.uniform(-3, 3, size=m)
    return ws, bs, x, 2 * x - 1 + rng.normal(size=m)


def test_one_line(loss_surface, reference, rng):
    """one slope, one height and one point"""
    data = draw(rng, 1, 1, 1)
    agree(loss_surface(*data), reference.loss_surface(*data))


@pytest.mark.parametrize(
    "sizes",
    [(1, 3, 2), (3, 1, 2), (2, 3, 4), (4, 3, 2), (3, 3, 3), (2, 5, 5), (5, 2, 5)],
)
def test_sizes(loss_surface, reference, rng, sizes):
    """a row for each slope and a column for each height, whatever their numbers"""
    data = draw(rng, *sizes)
    agree(loss_surface(*data), reference.loss_surface(*data))


def test_each_is_an_mse(loss_surface, reference, rng):
    """each number is the mean squared error of one line"""
    ws, bs, x, y = draw(rng, 3, 4, 6)
    expected = np.array([[reference.mse(w, b, x, y) for b in bs] for w in ws])
    agree(loss_surface(ws, bs, x, y), expected)


def test_integers(loss_surface, reference, rng):
    """whole numbers"""
    ws, bs = np.arange(-2, 3), np.arange(-1, 3)
    x, y = rng.integers(-9, 10, size=(2, 6))
    agree(loss_surface(ws, bs, x, y), reference.loss_surface(ws, bs, x, y))


def test_perfect_line(loss_surface, rng):
    """the lowest place of the surface is the line through the points"""
    ws, bs, x, _ = draw(rng, 6, 5, 7)
    i, j = int(rng.integers(6)), int(rng.integers(5))
    answer = numbers(loss_surface(ws, bs, x, ws[i] * x + bs[j]), shape=(6, 5))
    agree(float(answer[i, j]), 0.0, what="the error of that line")
    agree(float(answer.min()), 0.0, what="the lowest error")
