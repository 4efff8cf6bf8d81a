"""Multiplies with the operator for matrices."""
# exercise: propagate
# must: passed

import numpy as np


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(w.T @ X + b)
    cost = -(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T).item() / m
    return {"dw": X @ (A - Y).T / m, "db": (A - Y).mean()}, cost
