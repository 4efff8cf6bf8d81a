"""Extends a list from a map."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def L1(yhat, y):
    out = []
    out.extend(map(float.__abs__, (1.0 * y - yhat).tolist()))
    return np.sum(out)
