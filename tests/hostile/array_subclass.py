"""Returns right values in a subclass of ndarray that overrides everything."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `Tuned`

import numpy as np


class Tuned(np.ndarray):
    __array_priority__ = 1e9

    def __array_ufunc__(self, *_, **__):
        return np.zeros(self.shape)

    def __eq__(self, other):
        return True

    def tobytes(self, *_):
        raise SystemExit(0)

    def __array__(self, *_, **__):
        return np.zeros((1, 1))


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return (e / np.sum(e, axis=1, keepdims=True)).view(Tuned)
