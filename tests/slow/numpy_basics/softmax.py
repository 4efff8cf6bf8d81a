"""The softmax of each row, right and with a loop over the rows."""

import math

import numpy as np


def softmax(x):
    """Take the rows, and the scores of each, one by one."""
    m, n = x.shape
    result = np.zeros((m, n))
    for i in range(m):
        largest = x[i, 0]
        for j in range(n):
            largest = max(largest, x[i, j])
        total = 0.0
        for j in range(n):
            result[i, j] = math.exp(x[i, j] - largest)
            total += result[i, j]
        for j in range(n):
            result[i, j] /= total
    return result
