"""Worked examples of standardize."""

import numpy as np

from grader.cases import agree, has_dtype


def test_white(standardize):
    """255 becomes 1.0"""
    agree(standardize(np.array([[255]], dtype=np.uint8)), np.array([[1.0]]))


def test_worked_example(standardize):
    """four numbers of an image become fractions, with dtype float64"""
    X = np.array([[0, 51], [127, 255]], dtype=np.uint8)
    answer = standardize(X)
    agree(answer, np.array([[0.0, 0.2], [0.4980392156862745, 1.0]]))
    has_dtype(answer, "float64")
