"""A column out of a one-dimensional array with a loop over the elements."""

import numpy as np


def as_column(a):
    if a.ndim != 1:
        raise ValueError("expected an array of rank 1")
    column = np.zeros((len(a), 1), a.dtype)
    for i in range(len(a)):
        column[i, 0] = a[i]
    return column
