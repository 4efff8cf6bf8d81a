"""Has einsum look for the best order."""
# exercise: propagate
# must: passed

import numpy as np


def propagate(w, b, X, Y):
    m = Y.size
    A = sigmoid(np.einsum("fo,fm->om", w, X, optimize=True) + b)
    cost = -(np.einsum("om,om->", Y, np.log(A)) + np.einsum("om,om->", 1 - Y, np.log(1 - A))) / m
    return {"dw": np.einsum("fm,om->fo", X, A - Y, optimize=True) / m, "db": np.average(A - Y)}, cost
