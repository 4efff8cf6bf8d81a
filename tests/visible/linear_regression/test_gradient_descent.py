"""Worked examples of gradient_descent, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_step(gradient_descent):
    """a single step goes against both slopes"""
    x = np.array([1.0, 2.0])
    y = np.array([2.0, 4.0])
    expected = (1.0, 0.6, [0.0, 1.0], [0.0, 0.6], [10.0, 1.06])
    agree(gradient_descent(x, y, 0.0, 0.0, 0.1, 1), expected)


def test_ten_points(gradient_descent):
    """three steps on the ten points"""
    x = np.array([338, 333, 328, 207, 226, 25, 179, 60, 208, 606])
    y = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591])
    expected = (
        2.459610172392617,
        -119.98200858735512,
        [-4.0, 1.653388, 2.3690213931360002, 2.459610172392617],
        [-120.0, -119.983944, -119.98207816444, -119.98200858735512],
        [3670819.0, 70135.3131309903, 12439.001129736225, 11514.48509904704],
    )
    agree(gradient_descent(x, y, -4.0, -120.0, 5e-6, 3), expected)


@pytest.mark.steps
def test_points_take_no_steps(gradient_descent, rng):
    """takes no more steps for more points"""

    def make(n):
        x = rng.uniform(-2, 2, size=n)
        return x, 3 * x + 5, 0.0, 0.0, 0.05, 2

    same_work(gradient_descent, "point", make)


@pytest.mark.steps
def test_iterations_are_one_loop(gradient_descent, rng):
    """one loop goes through the iterations"""
    x = rng.uniform(-2, 2, size=4)
    data = x, 3 * x + 5, 0.0, 0.0
    same_work(
        gradient_descent, "iterations", lambda n: (*data, 0.05, n), sizes=(5, 2, 8)
    )
