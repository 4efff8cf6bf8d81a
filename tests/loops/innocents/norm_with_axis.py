"""Asks for the norms of all rows."""
# exercise: normalize_rows
# must: passed

from numpy import linalg


def normalize_rows(x):
    lengths = linalg.norm(x, ord=2, axis=1, keepdims=True)
    return x / lengths
