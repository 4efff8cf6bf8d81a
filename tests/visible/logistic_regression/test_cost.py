"""Worked examples of cost."""

import numpy as np

from grader.cases import agree


def test_one_example(cost):
    """the cost of one example is its loss"""
    agree(cost(np.array([[0.9]]), np.array([[1]])), 0.10536051565782628)


def test_worked_example(cost):
    """the cost of three examples is the mean of three losses"""
    A = np.array([[0.9, 0.2, 0.5]])
    Y = np.array([[1, 0, 1]])
    agree(cost(A, Y), 0.34055041584399384)
