"""Returns right values under keys that only look like text."""
# kind: forged value
# exercise: propagate
# must: failed

import numpy as np


class Key(str):
    __hash__ = lambda self: hash("dw")
    __eq__ = lambda self, other: True


def propagate(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dw = np.dot(X, (A - Y).T) / X.shape[1]
    return {Key("dw"): dw, "db": np.mean(A - Y)}, cost
