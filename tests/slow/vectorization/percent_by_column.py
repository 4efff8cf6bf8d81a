"""Percentages of every column with loops over the columns and the rows."""

import numpy as np


def percent_by_column(A):
    m, n = A.shape
    P = np.zeros((m, n))
    for j in range(n):
        total = 0
        for i in range(m):
            total += A[i, j]
        for i in range(m):
            P[i, j] = 100 * A[i, j] / total
    return P
