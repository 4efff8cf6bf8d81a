"""Worked examples of example_gradient, and a case that counts steps."""

import numpy as np
import pytest

from grader.cases import agree, same_work


def test_undecided(example_gradient):
    """weights of zero give one half, and cost the logarithm of two"""
    w, x = np.array([[0.0]]), np.array([[3.0]])
    # a is 1/2 and the label 0: dz is 1/2, dw is 3/2.
    expected = (0.6931471805599453, np.array([[1.5]]), 0.5)
    agree(example_gradient(w, 0.0, x, 0), expected)


def test_worked_example(example_gradient):
    """two features and the label one"""
    w, x = np.array([[0.5], [-0.25]]), np.array([[2], [4]])
    expected = (0.47407698, np.array([[-0.75508134], [-1.51016268]]), -0.37754067)
    agree(example_gradient(w, 0.5, x, 1), expected)


def test_other_label(example_gradient):
    """the same two features and the label zero"""
    w, x = np.array([[0.5], [-0.25]]), np.array([[2], [4]])
    expected = (0.97407698, np.array([[1.24491866], [2.48983732]]), 0.62245933)
    agree(example_gradient(w, 0.5, x, 0), expected)


@pytest.mark.steps
def test_features_take_no_steps(example_gradient, rng):
    """takes no more steps for more features"""

    def make(n):
        # The score stays near zero.
        return rng.normal(size=(n, 1)) / n, 0.5, rng.normal(size=(n, 1)), 1

    same_work(example_gradient, "feature", make)
