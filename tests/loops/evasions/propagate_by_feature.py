"""Computes the gradient feature by feature."""
# exercise: propagate
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dZ = (A - Y)[0]
    dw = np.array([[np.dot(feature, dZ) / m] for feature in X])
    return {"dw": dw, "db": np.mean(dZ)}, cost
