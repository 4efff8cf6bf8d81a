"""Reads a generator into an array."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def L1(yhat, y):
    d = yhat - y
    return np.fromiter((abs(v) for v in d), dtype=float).sum()
