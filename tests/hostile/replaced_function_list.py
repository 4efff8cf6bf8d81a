"""Replaces the function that the worker calls from the second call on."""
# kind: forged reply
# exercise: softmax
# must: failed

import sys

import numpy as np


def softmax(x):
    frame = sys._getframe()
    while "self" not in frame.f_locals:
        frame = frame.f_back
    frame.f_locals["self"].functions[:] = [lambda x: np.zeros(x.shape)]
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
