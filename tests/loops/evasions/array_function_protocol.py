"""Loops when np.sum is called on its own kind of array."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


class Distances(np.ndarray):
    def __array_function__(self, function, types, args, kwargs):
        total = 0.0
        for i in range(self.size):
            total += abs(self.item(i))
        return total


def L1(yhat, y):
    return np.sum((y - yhat).view(Distances))
