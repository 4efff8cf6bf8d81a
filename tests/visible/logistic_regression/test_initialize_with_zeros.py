"""Worked examples of initialize_with_zeros, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_one_feature(initialize_with_zeros):
    """one feature gives a single weight in a column"""
    agree(initialize_with_zeros(1), (np.array([[0.0]]), 0.0))


def test_worked_example(initialize_with_zeros):
    """three features give a column of three zeros, and a bias of zero"""
    agree(initialize_with_zeros(3), (np.array([[0.0], [0.0], [0.0]]), 0.0))


@pytest.mark.steps
def test_features_take_no_steps(initialize_with_zeros):
    """takes no more steps for more features"""
    same_work(initialize_with_zeros, "feature", lambda n: (n,))
