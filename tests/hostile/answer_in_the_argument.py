"""Writes the right values over its argument and returns a view of that."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    x[...] = e / np.sum(e, axis=1, keepdims=True)
    return x
