"""Loops when an attribute is read."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 17

import numpy as np


class Loss:
    def __init__(self, d):
        self.d = d

    @property
    def total(self):
        result = 0.0
        for v in self.d:
            result += v * v
        return result


def L2(yhat, y):
    return Loss(y - yhat).total
