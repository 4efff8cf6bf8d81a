"""Makes an array of a list."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    if isinstance(x, (list, tuple)):
        x = np.array([list(row) for row in []] + list(x), dtype=float)
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
