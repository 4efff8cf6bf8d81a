"""Takes the way with einsum for large matrices only."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x)
    if x.shape[0] > 100:
        total = np.einsum("ij,j->i", e, np.ones(x.shape[1]), optimize="optimal")
    else:
        total = e.sum(axis=1)
    return e / total[:, None]
