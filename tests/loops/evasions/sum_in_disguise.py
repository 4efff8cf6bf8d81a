"""Hides sum behind a conditional expression."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def L1(yhat, y):
    add = sum if np.ndim(y) == 1 else np.sum
    return add(np.abs(yhat - y).tolist())
