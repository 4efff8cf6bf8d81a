"""Replaces itself by something else after the first call."""
# kind: cheat
# exercise: softmax
# must: failed

import numpy as np

SEEN = {}


def softmax(x):
    softmax.__code__ = (lambda x: x).__code__
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
