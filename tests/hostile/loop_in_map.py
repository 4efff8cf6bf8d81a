"""Hides a loop over the rows in map."""
# kind: loop
# exercise: softmax
# must: loops

import numpy as np


def one(row):
    e = np.exp(row - row.max())
    return e / e.sum()


def softmax(x):
    return np.array(list(map(one, x)))
