"""Calls itself for a flat array, made a matrix of one row."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    x = np.asarray(x)
    if x.ndim == 1:
        return softmax(x[None, :])[0]
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
