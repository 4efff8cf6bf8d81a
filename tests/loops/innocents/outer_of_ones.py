"""Spreads sums over columns with outer."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x)
    return e / np.outer(e.sum(axis=1), np.ones(x.shape[1]))
