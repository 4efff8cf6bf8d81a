"""Walks the index until it is out of range."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def L1(yhat, y):
    total, i = 0.0, 0
    try:
        while True:
            total += abs(yhat[i] - y[i])
            i += 1
    except IndexError:
        return total
