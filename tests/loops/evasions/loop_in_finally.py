"""Loops in the finally of a try that does nothing."""
# exercise: normalize_rows
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


def normalize_rows(x):
    out = np.array(x, dtype=float)
    try:
        pass
    finally:
        for i in range(out.shape[0]):
            out[i] = out[i] / np.sqrt((out[i] ** 2).sum())
    return out
