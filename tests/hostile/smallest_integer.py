"""Returns the integer whose absolute value does not fit."""
# kind: forged value
# exercise: L1
# must: failed

import numpy as np


def L1(yhat, y):
    return np.int64(-(2**63))
