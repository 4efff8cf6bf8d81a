"""Has NumPy add Python numbers one by one."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def L1(yhat, y):
    d = y.astype(object) - yhat
    return float(np.abs(d).sum())
