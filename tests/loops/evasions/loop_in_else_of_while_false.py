"""Loops in the else of a loop that never runs."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


def L2(yhat, y):
    total = 0.0
    while False:
        pass
    else:
        for d in y - yhat:
            total += d**2
    return total
