"""Keeps warnings away with np.errstate."""
# exercise: sigmoid
# must: passed

import numpy as np


def sigmoid(x):
    with np.errstate(over="ignore", invalid="ignore"):
        return 1.0 / (1.0 + np.exp(-np.asarray(x, dtype=float)))
