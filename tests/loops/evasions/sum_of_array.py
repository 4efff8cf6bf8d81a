"""Adds up with the sum of Python."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def L1(yhat, y):
    return sum(np.abs(yhat - y))
