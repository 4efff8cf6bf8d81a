"""Makes arrays of both arguments in a generator."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    yhat, y = (np.asarray(one) for one in (yhat, y))
    return np.abs(y - yhat).sum()
