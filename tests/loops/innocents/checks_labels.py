"""Checks that labels are zeros and ones, with np.unique and with a set of its values."""
# exercise: propagate
# must: passed

import numpy as np


def propagate(w, b, X, Y):
    assert set(np.unique(Y)) <= {0, 1}
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, float(cost)
