"""Builds the gradients for two names."""
# exercise: propagate
# must: passed

import numpy as np


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    found = {"w": X @ (A - Y).T, "b": np.sum(A - Y)}
    return {"d" + name: value / m for name, value in found.items()}, cost
