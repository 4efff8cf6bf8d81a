"""Remembers that it warmed up at its first call."""
# exercise: softmax
# must: passed

import numpy as np

state = {}


def softmax(x):
    if "warm" not in state:
        state["warm"] = [name for name in ("exp", "sum")]
        np.exp(np.zeros(3))
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
