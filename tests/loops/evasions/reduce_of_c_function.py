"""Folds with operator.add: no Python step for any of them."""
# exercise: L1
# must: loops
# rule: explicit-loop
# imports: any
# line: 15

import functools
import operator

import numpy as np


def L1(yhat, y):
    return functools.reduce(operator.add, np.abs(yhat - y).tolist())
