"""Worked examples of L1."""

import numpy as np

from grader.cases import agree, numbers


def test_one_prediction(L1):
    """the loss of one prediction is its distance"""
    agree(L1(np.array([0.4]), np.array([0])), 0.4)


def test_one_number(L1):
    """returns one number"""
    yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    y = np.array([1, 0, 0, 1, 1])
    numbers(L1(yhat, y), shape=())


def test_worked_example(L1):
    """the distances are added up"""
    yhat = np.array([0.9, 0.2, 0.1, 0.4, 0.9])
    y = np.array([1, 0, 0, 1, 1])
    agree(L1(yhat, y), 1.1)
