"""Keeps a vectorised function in a class."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 13

import math

import numpy as np


class Maths:
    exp = np.vectorize(math.exp, otypes=[float])


def sigmoid(x):
    return 1 / (1 + Maths.exp(-np.asarray(x)))
