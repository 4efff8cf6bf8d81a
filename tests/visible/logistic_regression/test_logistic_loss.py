"""Worked examples of logistic_loss, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_example(logistic_loss):
    """a probability of 0.9 for an example with label 1"""
    agree(logistic_loss(0.9, 1), 0.10536051565782628)


def test_worked_example(logistic_loss):
    """three examples have three losses"""
    yhat = np.array([[0.9, 0.9, 0.5]])
    y = np.array([[1, 0, 1]])
    expected = np.array([[0.10536051565782628, 2.302585092994046, 0.6931471805599453]])
    agree(logistic_loss(yhat, y), expected)


@pytest.mark.steps
def test_examples_take_no_steps(logistic_loss, rng):
    """takes no more steps for more examples"""

    def make(n):
        return rng.uniform(0.02, 0.98, size=(1, n)), np.arange(n).reshape(1, n) % 2

    same_work(logistic_loss, "example", make)
