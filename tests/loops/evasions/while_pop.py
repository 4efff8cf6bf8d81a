"""Takes one difference after the other off a list."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def L1(yhat, y):
    left = list(np.abs(yhat - y))
    total = 0.0
    while left:
        total += left.pop()
    return total
