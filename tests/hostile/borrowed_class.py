"""Returns an object whose __class__ says that it is an array."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `Mask`

import numpy as np


class Mask:
    __class__ = np.ndarray
    ndim = 2
    dtype = np.dtype(float)

    def __init__(self, shape):
        self.shape = shape

    def __eq__(self, other):
        return np.ones(self.shape, bool)


def softmax(x):
    return Mask(x.shape)
