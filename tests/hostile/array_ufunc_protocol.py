"""Returns an object whose every ufunc gives zero, so that no gap is ever found."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `NoGap`

import numpy as np


class NoGap:
    def __init__(self, shape):
        self.shape = shape
        self.dtype = np.dtype(float)

    def __array_ufunc__(self, *_, **__):
        return np.zeros(self.shape)

    def __array_function__(self, *_, **__):
        return True


def softmax(x):
    return NoGap(x.shape)
