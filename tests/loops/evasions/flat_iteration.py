"""Goes through the flat view of an array."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 16

import math

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty_like(x)
    i = 0
    for v in x.flat:
        out.flat[i] = 1 / (1 + math.exp(-v))
        i += 1
    return out
