"""Goes through the elements with np.nditer."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 15

import math

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty_like(x)
    with np.nditer([x, out], op_flags=[["readonly"], ["writeonly"]]) as pairs:
        for a, b in pairs:
            b[...] = 1 / (1 + math.exp(-a))
    return out
