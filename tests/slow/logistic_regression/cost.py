"""A right answer to cost that goes through the examples one by one."""

import math


def cost(A, Y):
    """Return the mean logistic loss over all examples."""
    m = Y.shape[1]
    total = 0.0
    for i in range(m):
        a, y = A[0, i], Y[0, i]
        total += -(y * math.log(a) + (1 - y) * math.log(1 - a))
    return total / m
