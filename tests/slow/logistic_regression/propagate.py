"""Gradients and cost, right and with a loop over the examples."""

import math

import numpy as np


def propagate(w, b, X, Y):
    """Take the examples, and the features of each, one by one."""
    n_x, m = X.shape
    dw = np.zeros((n_x, 1))
    db = cost = 0.0
    for i in range(m):
        z = b
        for j in range(n_x):
            z += w[j, 0] * X[j, i]
        a = 1 / (1 + math.exp(-z))
        y = Y[0, i]
        cost -= y * math.log(a) + (1 - y) * math.log(1 - a)
        for j in range(n_x):
            dw[j, 0] += X[j, i] * (a - y)
        db += a - y
    return {"dw": dw / m, "db": db / m}, cost / m
