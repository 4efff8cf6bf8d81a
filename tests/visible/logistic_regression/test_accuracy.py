"""Worked examples of accuracy."""

import numpy as np

from grader.cases import agree


def test_one_example(accuracy):
    """one right label of one is 100 percent"""
    agree(accuracy(np.array([[1]]), np.array([[1]])), 100.0)


def test_worked_example(accuracy):
    """three right labels of four are 75 percent"""
    agree(accuracy(np.array([[1, 0, 1, 1]]), np.array([[1, 0, 0, 1]])), 75.0)
