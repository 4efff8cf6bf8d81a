"""Worked examples of initialize_with_zeros."""

import numpy as np

from grader.cases import agree


def test_one_feature(initialize_with_zeros):
    """one feature gives a single weight in a column"""
    agree(initialize_with_zeros(1), (np.array([[0.0]]), 0.0))


def test_worked_example(initialize_with_zeros):
    """three features give a column of three zeros, and a bias of zero"""
    agree(initialize_with_zeros(3), (np.array([[0.0], [0.0], [0.0]]), 0.0))
