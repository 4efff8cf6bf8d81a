"""Adds up cost and gradients example by example."""
# exercise: propagate
# must: loops
# rule: explicit-loop
# line: 14

import numpy as np


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost, dw, db = 0.0, np.zeros(w.shape), 0.0
    for i in range(m):
        a, y = A[0, i], Y[0, i]
        cost += -(y * np.log(a) + (1 - y) * np.log(1 - a))
        dw += X[:, i : i + 1] * (a - y)
        db += a - y
    return {"dw": dw / m, "db": db / m}, cost / m
