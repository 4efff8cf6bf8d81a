"""Loops when np.multiply is called on its own kind of array."""
# exercise: sigmoid_derivative
# must: loops
# rule: explicit-loop
# line: 18

import math

import numpy as np


class Slopes:
    def __init__(self, x):
        self.x = np.asarray(x, dtype=float)

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        out = np.empty(self.x.shape)
        for i in range(out.size):
            s = 1 / (1 + math.exp(-self.x.flat[i]))
            out.flat[i] = s * (1 - s)
        return out


def sigmoid_derivative(x):
    return np.multiply(Slopes(x), 1)
