"""Calls its own variables map, filter and sum."""
# exercise: sigmoid
# must: passed

import numpy as np


def sigmoid(x):
    map = np.exp(-np.asarray(x, dtype=float))
    sum = 1 + map
    filter = 1 / sum
    return filter
