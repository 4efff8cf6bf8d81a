"""Has two functions take turns."""
# exercise: L1
# must: loops
# rule: explicit-loop

import numpy as np


def odd(d, i):
    return abs(d[i]) + even(d, i + 1) if i < len(d) else 0.0


def even(d, i):
    return abs(d[i]) + odd(d, i + 1) if i < len(d) else 0.0


def L1(yhat, y):
    return even(np.asarray(yhat) - y, 0)
