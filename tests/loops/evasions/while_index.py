"""Counts the rows up by hand."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 14

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x))
    out = np.empty_like(e)
    i = 0
    while i < len(e):
        out[i] = e[i] / e[i].sum()
        i += 1
    return out
