"""Has a class with methods called map, apply, loop and sum."""
# exercise: softmax
# must: passed

import numpy as np


class Matrix:
    def __init__(self, values):
        self.values = np.asarray(values, dtype=float)

    def map(self, function):
        return Matrix(function(self.values))

    def apply(self, other):
        return Matrix(self.values / other)

    def sum(self):
        return self.values.sum(axis=1, keepdims=True)

    def loop(self):
        return self.values

    def filter(self):
        return self


def softmax(x):
    e = Matrix(x).map(np.exp).filter()
    return e.apply(e.sum()).loop()
