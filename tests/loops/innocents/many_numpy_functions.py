"""Goes a long way round with functions of NumPy."""
# exercise: L1
# must: passed

import numpy as np


def L1(yhat, y):
    d = np.atleast_2d(np.subtract(y, yhat))
    d = np.pad(d, ((0, 0), (1, 1)))
    d = np.roll(np.append(np.insert(d, 0, 0.0), 0.0), 3)
    d = np.concatenate(np.split(np.flip(d)[: d.size // 2 * 2], 2)) if d.size % 2 == 0 else d
    parts = np.block([[np.abs(d)], [np.zeros_like(d)]])
    return np.linalg.multi_dot([np.ones((1, 2)), parts, np.ones((d.size, 1))]).item()
