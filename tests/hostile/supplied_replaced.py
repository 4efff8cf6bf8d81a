"""Puts wrong functions in the place of the supplied one; the supplied one is used, and right."""
# kind: innocent
# exercise: propagate
# must: passed

import numpy as np


def sigmoid(z):
    return z * 0


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost
