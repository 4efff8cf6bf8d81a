"""Moves an iterator of NumPy by hand."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def L2(yhat, y):
    it = np.nditer(yhat - y)
    total = 0.0
    while not it.finished:
        total += float(it[0]) ** 2
        it.iternext()
    return total
