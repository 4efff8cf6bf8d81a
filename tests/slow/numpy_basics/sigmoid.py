"""The sigmoid of an array, right and with a loop over its elements."""

import math

import numpy as np


def sigmoid(x):
    """Take the elements one by one."""
    x = np.asarray(x)
    result = np.zeros(x.shape)
    for place, value in np.ndenumerate(x):
        result[place] = 1 / (1 + math.exp(-value))
    return result
