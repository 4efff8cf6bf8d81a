"""Squares and adds with tensordot."""
# exercise: L2
# must: passed

import numpy as np


def L2(yhat, y):
    d = y - yhat
    return float(np.tensordot(d, d, axes=1))
