"""Names the object type by its letter."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def L1(yhat, y):
    d = np.subtract(y, yhat, dtype="O")
    return float(np.add.reduce(np.abs(d)))
