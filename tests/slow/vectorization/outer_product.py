"""The outer product with a loop over the rows and one over the columns."""

import numpy as np


def outer_product(a, b):
    table = np.zeros((len(a), len(b)), np.result_type(a, b))
    for i in range(len(a)):
        for j in range(len(b)):
            table[i, j] = a[i] * b[j]
    return table
