"""Hides a loop over the rows in recursion."""
# kind: loop
# exercise: softmax
# must: loops

import numpy as np


def softmax(x):
    if len(x) == 0:
        return x.astype(float)
    e = np.exp(x[:1] - x[:1].max())
    return np.vstack([e / e.sum(), softmax(x[1:])])
