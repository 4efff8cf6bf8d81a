"""Uses np.matrix and masked arrays."""
# exercise: normalize_rows
# must: passed

import numpy as np


def normalize_rows(x):
    squares = np.ma.masked_less(np.square(x), -1).sum(axis=1)
    return np.asarray(x / np.sqrt(np.ma.filled(squares, 1))[:, None])
