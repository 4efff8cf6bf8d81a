"""Returns the right numbers as text."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return (e / np.sum(e, axis=1, keepdims=True)).astype(str)
