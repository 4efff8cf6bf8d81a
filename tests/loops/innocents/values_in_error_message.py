"""Joins the values into the message of an error."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    if yhat.shape != y.shape:
        raise ValueError("differ: " + ", ".join(str(v) for v in yhat))
    return np.abs(yhat - y).sum()
