"""Returns early for what is empty or one number."""
# exercise: sigmoid
# must: passed

import numpy as np


def sigmoid(x):
    x = np.asarray(x)
    if x.size == 0:
        return x.astype(float)
    if x.ndim == 0:
        return 1 / (1 + np.exp(-float(x)))
    return 1 / (1 + np.exp(-x))
