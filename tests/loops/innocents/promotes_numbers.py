"""Calls itself once for what is no array."""
# exercise: sigmoid
# must: passed

import numpy as np


def sigmoid(x):
    if not isinstance(x, np.ndarray):
        return sigmoid(np.array(x, dtype=float)[...])[()]
    return 1 / (1 + np.exp(-x))
