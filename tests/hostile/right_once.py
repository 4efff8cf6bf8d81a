"""Gives the right answer on the first call only."""
# kind: cheat
# exercise: softmax
# must: failed

import numpy as np

CALLS = []


def softmax(x):
    CALLS.append(1)
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True) if len(CALLS) == 1 else e
