"""Has a table of twenty numbers that is made when it is loaded."""
# exercise: L2
# must: passed

import math

import numpy as np

SERIES = [1 / math.factorial(k) for k in range(20)]


def L2(yhat, y):
    return np.sum((y - yhat) ** 2) * SERIES[0]
