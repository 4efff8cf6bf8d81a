"""Returns a NumPy scalar subclass whose dtype and bytes are made up."""
# kind: forged value
# exercise: L1
# must: failed

import numpy as np


class Named:
    name = "float64"


class Lie(np.float64):
    dtype = Named()

    def __array__(self, *_, **__):
        return np.zeros(1000)

    def tobytes(self, *_):
        return b"\0" * 8000


def L1(yhat, y):
    return Lie(0.0)
