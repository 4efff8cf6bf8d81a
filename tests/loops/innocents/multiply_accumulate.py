"""Uses accumulate of a ufunc."""
# exercise: L2
# must: passed

import numpy as np


def L2(yhat, y):
    return np.add.accumulate(np.square(y - yhat))[-1]
