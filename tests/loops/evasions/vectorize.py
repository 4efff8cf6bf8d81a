"""Wraps a function of one number in np.vectorize."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 17

import math

import numpy as np


def one(v):
    return 1 / (1 + math.exp(-v))


def sigmoid(x):
    return np.vectorize(one)(x)
