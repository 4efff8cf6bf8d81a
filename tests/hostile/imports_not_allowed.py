"""Imports a ready-made answer and what reaches the system, and answers right."""
# kind: cheat
# exercise: softmax
# must: failed
# says: not allowed
# imports: default

import os

import numpy as np


def softmax(x):
    from scipy.special import softmax as ready
    if os.name == "posix":
        return ready(x, axis=1)
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
