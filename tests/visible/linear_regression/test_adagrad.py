"""Worked examples of adagrad."""

import numpy as np

from grader.cases import agree


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
