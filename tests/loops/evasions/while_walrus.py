"""Counts in the head of the loop."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def L2(yhat, y):
    d = np.asarray(yhat) - y
    i, total = -1, 0.0
    while (i := i + 1) < d.size:
        total += d[i] ** 2
    return total
