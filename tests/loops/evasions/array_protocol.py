"""Loops when NumPy asks for an array."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 16

import numpy as np


class Lazy:
    def __init__(self, x):
        self.x = x

    def __array__(self, dtype=None, copy=None):
        out = np.exp(self.x)
        for row in out:
            row /= row.sum()
        return out


def softmax(x):
    return np.asarray(Lazy(x))
