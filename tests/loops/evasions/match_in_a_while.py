"""Takes a list apart with patterns, in a loop."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def L2(yhat, y):
    left, total = (y - yhat).tolist(), 0.0
    while True:
        match left:
            case []:
                return total
            case [first, *left]:
                total += first**2
