"""Loops after twenty calls."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 16

import numpy as np

calls = []


def L2(yhat, y):
    calls.append(None)
    d = y - yhat
    if len(calls) > 20:
        return sum(d * d)
    return np.dot(d, d)
