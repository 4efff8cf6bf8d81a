"""Worked examples of accuracy, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_example(accuracy):
    """one right label of one is 100 percent"""
    agree(accuracy(np.array([[1]]), np.array([[1]])), 100.0)


def test_worked_example(accuracy):
    """three right labels of four are 75 percent"""
    agree(accuracy(np.array([[1, 0, 1, 1]]), np.array([[1, 0, 0, 1]])), 75.0)


@pytest.mark.steps
def test_examples_take_no_steps(accuracy, rng):
    """takes no more steps for more examples"""

    def make(n):
        Y = np.arange(n).reshape(1, n) % 2
        return rng.permutation(Y, axis=1), Y

    same_work(accuracy, "example", make)
