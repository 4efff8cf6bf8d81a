"""Has np.piecewise call functions."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    low = lambda v: np.exp(v) / (1 + np.exp(v))
    return np.piecewise(x, [x < 0, x >= 0], [low, lambda v: 1 / (1 + np.exp(-v))])
