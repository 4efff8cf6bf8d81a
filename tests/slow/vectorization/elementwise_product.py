"""The product element by element with a loop over all places."""

import numpy as np


def elementwise_product(a, b):
    c = np.zeros(a.shape, np.result_type(a, b))
    for i in range(a.size):
        c.flat[i] = a.flat[i] * b.flat[i]
    return c
