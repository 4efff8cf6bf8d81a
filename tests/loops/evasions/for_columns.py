"""Adds up the columns one by one instead of the rows."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    total = np.zeros(len(x))
    for column in e.T:
        total = total + column
    return e / total[:, None]
