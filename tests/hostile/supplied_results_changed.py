"""Changes what a supplied function returned and asks again: each is its own, and right."""
# kind: innocent
# exercise: propagate
# must: passed

import numpy as np


def propagate(w, b, X, Y):
    m = X.shape[1]
    z = np.dot(w.T, X) + b
    first = sigmoid(z)
    if first.flags.writeable:
        first[...] = -1
    A = sigmoid(z)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost
