"""The product of a matrix and a vector with a loop over the rows and the columns."""

import numpy as np


def matrix_vector(W, x):
    n, m = W.shape
    u = np.zeros(n, np.result_type(W, x))
    for i in range(n):
        for j in range(m):
            u[i] += W[i, j] * x[j]
    return u
