"""Decorates with np.vectorize."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# line: 12

import math

import numpy as np


@np.vectorize
def sigmoid(x):
    return 1 / (1 + math.exp(-x))
