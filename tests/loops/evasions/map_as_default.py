"""Takes map in as the default of a parameter."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 13

import math

import numpy as np


def powers(values, go=map, collect=list):
    return collect(go(math.exp, values))


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    return 1 / (1 + np.array(powers((-x).ravel().tolist())).reshape(x.shape))
