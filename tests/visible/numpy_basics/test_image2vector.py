"""Worked examples of image2vector, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, numbers, same_work

IMAGE = np.array(
    [
        [
            [0.67826139, 0.29380381],
            [0.90714982, 0.52835647],
            [0.42152510, 0.45017551],
        ],
        [
            [0.92814219, 0.96677647],
            [0.85304703, 0.52351845],
            [0.19981397, 0.27417313],
        ],
        [
            [0.60659855, 0.00533165],
            [0.10820313, 0.49978937],
            [0.34144279, 0.94630077],
        ],
    ]
)


def test_two_pixels(image2vector):
    """two pixels of three colours become a column of six"""
    image = np.array([[[1, 2, 3], [4, 5, 6]]])
    agree(image2vector(image), np.array([[1], [2], [3], [4], [5], [6]]))


def test_column(image2vector):
    """a 3 by 3 image of two colours becomes a column of 18"""
    numbers(image2vector(IMAGE), shape=(18, 1))


def test_worked_example(image2vector):
    """the numbers keep their order"""
    expected = np.array(
        [
            [0.67826139],
            [0.29380381],
            [0.90714982],
            [0.52835647],
            [0.42152510],
            [0.45017551],
            [0.92814219],
            [0.96677647],
            [0.85304703],
            [0.52351845],
            [0.19981397],
            [0.27417313],
            [0.60659855],
            [0.00533165],
            [0.10820313],
            [0.49978937],
            [0.34144279],
            [0.94630077],
        ]
    )
    agree(image2vector(IMAGE), expected)


@pytest.mark.steps
def test_rows_take_no_steps(image2vector, rng):
    """takes no more steps for more rows"""
    same_work(image2vector, "row", lambda n: (rng.normal(size=(n, 4, 3)),))


@pytest.mark.steps
def test_columns_take_no_steps(image2vector, rng):
    """takes no more steps for more columns"""
    same_work(image2vector, "column", lambda n: (rng.normal(size=(4, n, 3)),))
