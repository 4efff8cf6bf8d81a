"""Takes the larger of two numbers."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    rows = max(1, x.shape[0])
    e = np.exp(x - max(float(np.max(x)), 0.0))
    return (e / e.sum(axis=1, keepdims=True)).reshape(rows, -1)
