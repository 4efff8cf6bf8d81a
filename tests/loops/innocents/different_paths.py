"""Takes another path for large matrices, without a loop."""
# exercise: softmax
# must: passed

import numpy as np


def small(x):
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)


def large(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    np.divide(e, e.sum(axis=1, keepdims=True), out=e)
    return e


def softmax(x):
    return large(x) if len(x) > 100 else small(x)
