"""Calls an object."""
# exercise: sigmoid_derivative
# must: passed

import numpy as np


class Sigmoid:
    def __call__(self, x):
        return 1 / (1 + np.exp(-x))

    def show(self):
        for line in range(100):
            print(line, self(line))


sigmoid_of = Sigmoid()


def sigmoid_derivative(x):
    s = sigmoid_of(x)
    return s * (1 - s)
