"""Loops in an in-place division."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


class Matrix:
    def __init__(self, x):
        self.values = np.exp(x)

    def __itruediv__(self, _):
        for i in range(len(self.values)):
            self.values[i] /= self.values[i].sum()
        return self


def softmax(x):
    m = Matrix(x)
    m /= 1
    return m.values
