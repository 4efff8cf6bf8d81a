"""Tries again a few times if something fails."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    for attempt in range(100):
        try:
            e = np.exp(x)
            break
        except FloatingPointError:
            x = x - np.max(x, axis=1, keepdims=True)
    return e / e.sum(axis=1, keepdims=True)
