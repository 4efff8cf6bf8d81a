"""Returns an object that makes up its array when it is converted."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `Late`

import numpy as np


class Late:
    def __init__(self, x):
        self.x = x

    def __array__(self, dtype=None, copy=None):
        e = np.exp(self.x - np.max(self.x, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True)


def softmax(x):
    return Late(x)
