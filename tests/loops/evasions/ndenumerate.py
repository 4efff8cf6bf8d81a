"""Goes through the elements with their places."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 15

import math

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    out = np.empty_like(x)
    for place, v in np.ndenumerate(x):
        out[place] = 1 / (1 + math.exp(-v))
    return out
