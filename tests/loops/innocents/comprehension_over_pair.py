"""Goes through a fixed tuple of two."""
# exercise: L2
# must: passed

import numpy as np


def L2(yhat, y):
    yhat, y = [np.asarray(one, dtype=float) for one in (yhat, y)]
    return np.sum((y - yhat) ** 2)
