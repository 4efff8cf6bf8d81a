"""Returns an array of a class that changes its values whenever a view is made of it."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `Shy`

import numpy as np


class Shy(np.ndarray):
    def __array_finalize__(self, other):
        if other is not None and other.flags.writeable:
            np.ndarray.fill(other, 0.5)

    def __array_wrap__(self, *_, **__):
        return np.zeros((1, 1))

    shape = property(lambda self: (1, 1))
    dtype = property(lambda self: np.dtype("f8"))


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return (e / np.sum(e, axis=1, keepdims=True)).view(Shy)
