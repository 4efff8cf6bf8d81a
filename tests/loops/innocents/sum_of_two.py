"""Adds two numbers with the sum of Python."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    d = y - yhat
    return sum((d[d > 0].sum(), -d[d < 0].sum()))
