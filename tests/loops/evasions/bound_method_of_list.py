"""Calls methods of a list through a mapping of them."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


def L1(yhat, y):
    d = np.abs(y - yhat).tolist()
    take = iter(d).__next__
    total = 0.0
    try:
        while 1:
            total += take()
    except StopIteration:
        return total
