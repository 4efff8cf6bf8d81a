"""The slope of the sigmoid, right and with a loop over the elements."""

import math

import numpy as np


def sigmoid_derivative(x):
    """Take the elements one by one."""
    x = np.asarray(x)
    result = np.zeros(x.shape)
    for place, value in np.ndenumerate(x):
        s = 1 / (1 + math.exp(-value))
        result[place] = s * (1 - s)
    return result
