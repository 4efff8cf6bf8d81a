"""Works on the transposed matrix."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x).T
    return (e / e.sum(axis=0)).T
