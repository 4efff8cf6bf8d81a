"""Returns the time span that is no time, which equals nothing and everything."""
# kind: forged value
# exercise: L1
# must: failed

import numpy as np


def L1(yhat, y):
    return np.timedelta64("NaT")
