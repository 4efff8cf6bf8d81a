"""Returns right values in something that behaves as a dict and is none."""
# kind: forged value
# exercise: propagate
# must: failed

import types

import numpy as np


def propagate(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dw = np.dot(X, (A - Y).T) / X.shape[1]
    return types.MappingProxyType({"dw": dw, "db": np.mean(A - Y)}), cost
