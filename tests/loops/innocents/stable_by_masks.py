"""Treats positive and negative scores apart, with masks."""
# exercise: sigmoid
# must: passed

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty(x.shape)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    power = np.exp(x[~positive])
    out[~positive] = power / (1 + power)
    return out
