"""Worked examples of loss_surface, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_worked_example(loss_surface):
    """a row for each of two slopes, a column for each of three heights"""
    ws = np.array([1, 2])
    bs = np.array([0, 1, 2])
    x = np.array([1, 2])
    y = np.array([2, 4])
    expected = np.array([[2.5, 0.5, 0.5], [0.0, 1.0, 4.0]])
    agree(loss_surface(ws, bs, x, y), expected)


def test_ten_points(loss_surface):
    """two slopes and two heights for the ten points"""
    ws = np.array([-4.0, 2.67])
    bs = np.array([-188.4, -120.0])
    x = np.array([338, 333, 328, 207, 226, 25, 179, 60, 208, 606])
    y = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591])
    expected = np.array([[3895143.64, 3670819.0], [10193.70912, 14895.52512]])
    agree(loss_surface(ws, bs, x, y), expected)


@pytest.mark.steps
def test_slopes_take_no_steps(loss_surface, rng):
    """takes no more steps for more slopes"""
    bs, x, y = rng.normal(size=2), *rng.normal(size=(2, 3))
    same_work(loss_surface, "slope", lambda n: (rng.normal(size=n), bs, x, y))


@pytest.mark.steps
def test_heights_take_no_steps(loss_surface, rng):
    """takes no more steps for more heights"""
    ws, x, y = rng.normal(size=2), *rng.normal(size=(2, 3))
    same_work(loss_surface, "height", lambda n: (ws, rng.normal(size=n), x, y))


@pytest.mark.steps
def test_points_take_no_steps(loss_surface, rng):
    """takes no more steps for more points"""
    ws, bs = rng.normal(size=2), rng.normal(size=3)
    same_work(loss_surface, "point", lambda n: (ws, bs, *rng.normal(size=(2, n))))
