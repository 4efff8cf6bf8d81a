"""Adds with the reduce of a ufunc."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x)
    return e / np.add.reduce(e, axis=1, keepdims=True)
