"""Adds up with math.fsum, number by number."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 13

import math

import numpy as np


def L1(yhat, y):
    return math.fsum(np.abs(yhat - y))
