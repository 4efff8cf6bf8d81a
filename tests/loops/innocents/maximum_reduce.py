"""Finds the largest of each row with the reduce of np.maximum."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x - np.maximum.reduce(x, axis=1)[:, np.newaxis])
    return e / e.sum(1)[:, np.newaxis]
