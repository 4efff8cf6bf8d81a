"""The exponential of every element with a loop over all places."""

import math

import numpy as np


def exp_all(v):
    u = np.zeros(v.shape)
    for i in range(v.size):
        u.flat[i] = math.exp(v.flat[i])
    return u
