"""Loops when a descriptor is asked."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


class Total:
    def __get__(self, owner, kind):
        it, result = iter(owner.d.tolist()), 0.0
        while (v := next(it, None)) is not None:
            result += abs(v)
        return result


class Loss:
    total = Total()

    def __init__(self, d):
        self.d = d


def L1(yhat, y):
    return Loss(y - yhat).total
