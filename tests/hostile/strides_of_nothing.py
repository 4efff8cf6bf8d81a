"""Returns right values, as a view that claims to be terabytes of the same row."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    right = e / np.sum(e, axis=1, keepdims=True)
    return np.lib.stride_tricks.as_strided(right, (2**40, right.shape[1]), (0, 8))
