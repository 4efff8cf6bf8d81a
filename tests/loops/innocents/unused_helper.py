"""Has a helper with a loop that nothing calls."""
# exercise: softmax
# must: passed

import numpy as np


def softmax_loop(x):
    out = []
    for row in x:
        e = np.exp(row)
        out.append(e / e.sum())
    return np.array(out)


def softmax(x):
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
