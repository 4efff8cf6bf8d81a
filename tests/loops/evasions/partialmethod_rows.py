"""Binds a method that labels the examples one by one."""
# exercise: predict
# must: loops
# rule: explicit-loop
# imports: any
# line: 15

from functools import partialmethod

import numpy as np


class Labels:
    def each(self, limit, A):
        return np.array([[float(a > limit) for a in A[0]]])

    half = partialmethod(each, 0.5)


def predict(w, b, X):
    return Labels().half(sigmoid(w.T @ X + b))
