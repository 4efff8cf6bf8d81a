"""Asks for the sigmoid of every example."""
# exercise: propagate
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def propagate(w, b, X, Y):
    m = X.shape[1]
    z = np.dot(w.T, X) + b
    A = np.array([[float(sigmoid(v)) for v in z[0]]])
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost
