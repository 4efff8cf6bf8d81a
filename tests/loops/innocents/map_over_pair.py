"""Maps over both arguments."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    a, b = map(np.asarray, (yhat, y))
    return np.sum(abs(a - b))
