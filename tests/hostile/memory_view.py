"""Returns right values as a view of memory."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `memoryview`

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return memoryview(e / np.sum(e, axis=1, keepdims=True))
