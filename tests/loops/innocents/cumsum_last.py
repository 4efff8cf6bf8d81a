"""Takes the last of the running sums."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    return np.cumsum(np.abs(y - yhat))[-1]
