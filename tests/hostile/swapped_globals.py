"""Has right code whose globals are swapped: its np is not NumPy."""
# kind: cheat
# exercise: softmax
# must: failed

import types

import numpy as np


class Near:
    def __getattr__(self, name):
        return getattr(np, name)

    exp = staticmethod(lambda z: 1 + z + z**2 / 2)


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


softmax = types.FunctionType(softmax.__code__, {"np": Near()})
