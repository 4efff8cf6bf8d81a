"""Goes through the rows in blocks of 64."""
# exercise: normalize_rows
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def normalize_rows(x):
    x = np.array(x, dtype=float)
    for start in range(0, x.shape[0], 64):
        block = x[start : start + 64]
        block /= np.linalg.norm(block, axis=1, keepdims=True)
    return x
