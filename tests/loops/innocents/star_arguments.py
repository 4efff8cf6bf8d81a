"""Hands a pair to NumPy with a star."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    pair = (yhat, y)
    keys = {"axis": 0}
    return np.sum(np.maximum(*pair) - np.minimum(*pair), **keys)
