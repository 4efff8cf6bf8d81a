"""Makes tuples and lists of shapes."""
# exercise: initialize_with_zeros
# must: passed

import numpy as np


def initialize_with_zeros(dim):
    w = np.zeros((dim, 1))
    shape = tuple(w.shape)
    assert list(w.shape) == [dim, 1]
    assert max(shape) >= min(shape) and len(set(shape)) <= 2
    return w.reshape(shape), 0.0
