"""Tests itself with NumPy's own assertions."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x)
    out = e / e.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(out.sum(axis=1), 1)
    return out
