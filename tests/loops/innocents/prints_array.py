"""Prints arrays, shapes and values while it is worked on."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    print(x, x.shape, x.dtype)
    print("max", repr(x.max()), str(x[0]))
    e = np.exp(x)
    print(f"e = {e}")
    print(e.sum(axis=1))
    return e / e.sum(axis=1, keepdims=True)
