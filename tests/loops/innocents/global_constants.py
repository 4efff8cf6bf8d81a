"""Uses constants of the module."""
# exercise: L1
# must: passed

import math

import numpy as np

AXIS = 0
NAMES = ("yhat", "y")
SCALE = math.prod((1, 1, 1)) or sum(range(10))


def L1(yhat, y):
    return SCALE * np.sum(np.abs(yhat - y), axis=AXIS)
