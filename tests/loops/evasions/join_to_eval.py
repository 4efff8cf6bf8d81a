"""Writes the sum as a program and runs it."""
# exercise: L1
# must: loops
# rule: cannot-analyse
# line: 12

import numpy as np


def L1(yhat, y):
    text = "+".join(str(v) for v in np.abs(yhat - y).tolist())
    return eval(text)
