"""Keeps the array in a class with a length and an item."""
# exercise: sigmoid_derivative
# must: passed

import numpy as np


class Layer:
    def __init__(self, x):
        self.x = np.asarray(x, dtype=float)

    def __len__(self):
        return len(self.x)

    def __getitem__(self, key):
        return self.x[key]

    @property
    def slope(self):
        s = 1 / (1 + np.exp(-self.x))
        return s * (1 - s)


def sigmoid_derivative(x):
    return Layer(x).slope[()]
