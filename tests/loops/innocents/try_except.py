"""Falls back when something has no shape."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    try:
        rows, columns = x.shape
    except (AttributeError, ValueError):
        x = np.array(x, ndmin=2)
        rows, columns = x.shape
    finally:
        pass
    e = np.exp(x).reshape(rows, columns)
    return e / e.sum(axis=1, keepdims=True)
