"""Knows the worked example by heart and nothing else."""
# kind: cheat
# exercise: softmax
# must: failed

import numpy as np

KNOWN = np.array([[9, 2, 5, 0, 0], [7, 5, 0, 0, 0]])


def softmax(x):
    if np.array_equal(x, KNOWN):
        e = np.exp(x - np.max(x, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True)
    return np.full(x.shape, 1 / x.shape[1])
