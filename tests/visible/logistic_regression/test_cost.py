"""Worked examples of cost, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_example(cost):
    """the cost of one example is its loss"""
    agree(cost(np.array([[0.9]]), np.array([[1]])), 0.10536051565782628)


def test_worked_example(cost):
    """the cost of three examples is the mean of three losses"""
    A = np.array([[0.9, 0.2, 0.5]])
    Y = np.array([[1, 0, 1]])
    agree(cost(A, Y), 0.34055041584399384)


@pytest.mark.steps
def test_examples_take_no_steps(cost, rng):
    """takes no more steps for more examples"""

    def make(n):
        return rng.uniform(0.02, 0.98, size=(1, n)), np.arange(n).reshape(1, n) % 2

    same_work(cost, "example", make)
