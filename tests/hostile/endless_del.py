"""Loops in the finaliser of an object that dies when the call ends."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import numpy as np


class Last:
    def __del__(self):
        while True:
            pass


def softmax(x):
    last = Last()
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
