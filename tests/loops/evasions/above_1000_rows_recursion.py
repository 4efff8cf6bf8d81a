"""Calls itself with parts only above a size."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def softmax(x):
    if len(x) > 1000:
        return np.vstack((softmax(x[:1000]), softmax(x[1000:])))
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
