"""Keeps an old answer behind a condition that is never true."""
# exercise: L2
# must: passed

import numpy as np


def L2(yhat, y):
    if False:
        total = 0
        for a, b in zip(yhat, y):
            total += (a - b) ** 2
        return total
    return np.sum((yhat - y) ** 2)
