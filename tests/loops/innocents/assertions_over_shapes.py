"""Compares shapes axis by axis."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    for a, b in zip(np.shape(yhat), np.shape(y)):
        assert a == b
    return np.sum(np.abs(yhat - y))
