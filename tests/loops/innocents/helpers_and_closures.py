"""Is made of small helpers."""
# exercise: propagate
# must: passed

import numpy as np


def forward(w, b):
    def activate(X):
        return sigmoid(np.dot(w.T, X) + b)

    return activate


def loss(A, Y):
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def backward(A, X, Y):
    m = Y.size
    return {"dw": X.dot((A - Y).T) / m, "db": (A - Y).sum() / m}


def propagate(w, b, X, Y):
    A = forward(w, b)(X)
    return backward(A, X, Y), loss(A, Y)
