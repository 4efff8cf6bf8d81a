"""Returns right values in the other byte order and column by column: still right."""
# kind: innocent
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return np.asfortranarray(e / np.sum(e, axis=1, keepdims=True)).astype(">f8")[::]
