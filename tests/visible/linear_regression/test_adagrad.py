"""Worked examples of adagrad, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_step(adagrad):
    """the first step has the length of the learning rate, for both parameters"""
    x = np.array([1.0, 2.0])
    y = np.array([2.0, 4.0])
    expected = (1.0, 1.0, [0.0, 1.0], [0.0, 1.0], [10.0, 0.5])
    agree(adagrad(x, y, 0.0, 0.0, 1.0, 1), expected)


def test_worked_example(adagrad):
    """the second step is shorter, and not the same for both"""
    x = np.array([1.0, 2.0])
    y = np.array([2.0, 4.0])
    expected = (
        1.1961161351381842,
        1.1643989873053573,
        [0.0, 1.0, 1.1961161351381842],
        [0.0, 1.0, 1.1643989873053573],
        [10.0, 0.5, 0.16327349763202192],
    )
    agree(adagrad(x, y, 0.0, 0.0, 1.0, 2), expected)


def test_ten_points(adagrad):
    """three steps on the ten points"""
    x = np.array([338, 333, 328, 207, 226, 25, 179, 60, 208, 606])
    y = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591])
    expected = (
        2.8839958899259663,
        -113.35085765879288,
        [-4.0, 6.0, 1.1850639501235554, 2.8839958899259663],
        [-120.0, -110.0, -114.948794865585, -113.35085765879288],
        [3670819.0, 1116311.0, 153283.8546453534, 27937.46979654857],
    )
    agree(adagrad(x, y, -4.0, -120.0, 10.0, 3), expected)


@pytest.mark.steps
def test_points_take_no_steps(adagrad, rng):
    """takes no more steps for more points"""

    def make(n):
        # All points lie high above the start: no gradient is zero there.
        x = rng.uniform(1, 3, size=n)
        return x, 3 * x + 5, 0.0, 0.0, 0.3, 2

    same_work(adagrad, "point", make)


@pytest.mark.steps
def test_iterations_are_one_loop(adagrad, rng):
    """one loop goes through the iterations"""
    x = rng.uniform(1, 3, size=4)
    data = x, 3 * x + 5, 0.0, 0.0
    same_work(adagrad, "iterations", lambda n: (*data, 0.3, n), sizes=(5, 2, 8))
