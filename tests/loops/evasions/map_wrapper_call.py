"""Calls map through its own __call__."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 14

import math

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    powers = [*map.__call__(math.exp, (-x).ravel().tolist())]
    return 1 / (1 + np.array(powers).reshape(x.shape))
