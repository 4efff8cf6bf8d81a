"""Worked examples of standardize, and cases that count steps."""

import numpy as np
import pytest

from grader.cases import agree, has_dtype, same_work


def test_white(standardize):
    """255 becomes 1.0"""
    agree(standardize(np.array([[255]], dtype=np.uint8)), np.array([[1.0]]))


def test_worked_example(standardize):
    """four numbers of an image become fractions, with dtype float64"""
    X = np.array([[0, 51], [127, 255]], dtype=np.uint8)
    answer = standardize(X)
    agree(answer, np.array([[0.0, 0.2], [0.4980392156862745, 1.0]]))
    has_dtype(answer, "float64")


@pytest.mark.steps
def test_examples_take_no_steps(standardize, rng):
    """takes no more steps for more examples"""
    same_work(
        standardize,
        "example",
        lambda n: (rng.integers(256, size=(3, n), dtype=np.uint8),),
    )


@pytest.mark.steps
def test_features_take_no_steps(standardize, rng):
    """takes no more steps for more features"""
    same_work(
        standardize,
        "feature",
        lambda n: (rng.integers(256, size=(n, 3), dtype=np.uint8),),
    )
