"""Takes vectorize out of the dict of NumPy."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 13

import math

import numpy as np


def sigmoid(x):
    exp = np.__dict__["vectorize"](math.exp, otypes=[float])
    return 1 / (1 + exp(-np.asarray(x)))
