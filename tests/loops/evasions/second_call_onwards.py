"""Loops from the second call on."""
# exercise: L1
# must: loops
# rule: explicit-loop
# line: 16

import numpy as np

state = {"called": False}


def L1(yhat, y):
    d = np.abs(y - yhat)
    if state["called"]:
        total = 0.0
        for v in d:
            total += v
        return total
    state["called"] = True
    return np.sum(d)
