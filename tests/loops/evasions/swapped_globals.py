"""Puts another function in the place of a global one."""
# exercise: L1
# must: loops
# rule: cannot-analyse
# line: 13

import numpy as np

add = np.sum


def L1(yhat, y):
    globals()["add"] = sum
    return add(np.abs(y - yhat))
