"""Keeps the gradients in a named tuple and an ordered dict."""
# exercise: propagate
# must: passed
# imports: any

from collections import OrderedDict, namedtuple

import numpy as np

Gradients = namedtuple("Gradients", "dw db")


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(w.T @ X + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    grads = Gradients(X @ (A - Y).T / m, np.sum(A - Y) / m)
    return dict(OrderedDict(zip(Gradients._fields, grads))), cost
