"""Adds axes until there are two."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    while np.ndim(x) < 2:
        x = np.expand_dims(x, 0)
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
