"""Writes the gradients with dict."""
# exercise: propagate
# must: passed

import numpy as np


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    grads = dict(dw=np.dot(X, (A - Y).T) / m, db=np.sum(A - Y) / m)
    return grads, cost
