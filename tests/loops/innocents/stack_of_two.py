"""Stacks a fixed tuple and reduces it."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    pair = np.stack((yhat, y))
    return np.sum(np.abs(np.diff(pair, axis=0)))
