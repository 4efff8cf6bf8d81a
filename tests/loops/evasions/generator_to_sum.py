"""Feeds a generator to sum."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def L1(yhat, y):
    return sum(abs(a - b) for a, b in zip(y, yhat))
