"""Hands every difference to math.hypot as an argument."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 13

import math

import numpy as np


def L2(yhat, y):
    return math.hypot(*(y - yhat)) ** 2
