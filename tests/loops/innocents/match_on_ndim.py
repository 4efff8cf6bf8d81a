"""Matches on the number of axes."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    match np.ndim(x):
        case 0 | 1:
            x = np.atleast_2d(x)
        case 2:
            pass
        case _:
            raise ValueError("too many axes")
    match x.shape:
        case (m, n):
            assert m and n
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
