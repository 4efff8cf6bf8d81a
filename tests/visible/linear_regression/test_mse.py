"""Worked examples of mse, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_three_points(mse):
    """a line that misses two of three points by one"""
    agree(mse(2, 1, np.array([1, 2, 3]), np.array([2, 4, 7])), 0.6666666666666666)


def test_ten_points(mse):
    """a line that is far off the ten points"""
    x = np.array([338, 333, 328, 207, 226, 25, 179, 60, 208, 606])
    y = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591])
    agree(mse(-4, -120, x, y), 3670819.0)


@pytest.mark.steps
def test_points_take_no_steps(mse, rng):
    """takes no more steps for more points"""
    same_work(mse, "point", lambda n: (2.0, 1.0, *rng.normal(size=(2, n))))
