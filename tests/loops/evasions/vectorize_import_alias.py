"""Imports vectorize under another name."""
# exercise: sigmoid_derivative
# must: loops
# rule: explicit-loop
# line: 13

import math

from numpy import vectorize as broadcast


def sigmoid_derivative(x):
    s = broadcast(lambda v: 1 / (1 + math.exp(-v)))(x)
    return s * (1 - s)
