"""Rows of unit length, right and with a loop over the rows."""

import math

import numpy as np


def normalize_rows(x):
    """Take the rows, and the values of each, one by one."""
    m, n = x.shape
    result = np.zeros((m, n))
    for i in range(m):
        squares = 0.0
        for j in range(n):
            squares += x[i, j] ** 2
        length = math.sqrt(squares)
        for j in range(n):
            result[i, j] = x[i, j] / length
    return result
