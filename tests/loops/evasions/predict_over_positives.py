"""Writes a one for each example above one half."""
# exercise: predict
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def predict(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    out = np.zeros(A.shape)
    for i in np.where(A[0] > 0.5)[0]:
        out[0, i] = 1
    return out
