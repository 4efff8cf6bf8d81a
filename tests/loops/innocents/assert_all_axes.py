"""Checks shapes with all and a generator."""
# exercise: propagate
# must: passed

import numpy as np


def propagate(w, b, X, Y):
    assert all(d > 0 for d in X.shape)
    assert all(p == q for p, q in zip(w.shape, (X.shape[0], 1)))
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y) / m
    assert dw.shape == w.shape
    cost = np.squeeze(np.array(cost))
    assert cost.shape == ()
    return {"dw": dw, "db": db}, cost
