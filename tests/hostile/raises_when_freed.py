"""Raises in the finaliser of an object that dies when the call ends; right but for that."""
# kind: exit
# exercise: softmax
# must: passed, failed

import numpy as np


class Last:
    def __del__(self):
        raise SystemExit(0)


def softmax(x):
    """Right, but for what happens at its end."""
    last = Last()
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
