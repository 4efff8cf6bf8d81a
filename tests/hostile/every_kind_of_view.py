"""Returns right values as a view that runs backwards through a larger array."""
# kind: innocent
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    right = e / np.sum(e, axis=1, keepdims=True)
    large = np.zeros((2 * right.shape[0], 3 * right.shape[1]))
    view = large[::-2, ::-3]
    view[...] = right
    view.flags.writeable = False
    return view
