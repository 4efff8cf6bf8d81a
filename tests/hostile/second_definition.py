"""Defines the function twice, right and then wrong."""
# kind: cheat
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def softmax(x):
    return x
