"""Makes a ufunc of a function of Python's."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 11

import math

import numpy as np

exp = np.frompyfunc(math.exp, 1, 1)


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.asarray(exp(-x)).astype(float))
