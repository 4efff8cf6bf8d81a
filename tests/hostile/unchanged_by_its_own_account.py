"""Changes its argument, says that it did not, and returns the right answer."""
# kind: forged reply
# exercise: softmax
# must: passed

import sys

import numpy as np


def softmax(x):
    sys.modules["guest.worker"]._changed = lambda *_: []
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    x[...] = 0
    return e / np.sum(e, axis=1, keepdims=True)
