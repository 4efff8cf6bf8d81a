"""Returns right values in a dtype that not every machine has."""
# kind: forged value
# exercise: softmax
# must: failed, passed

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return (e / np.sum(e, axis=1, keepdims=True)).astype(np.longdouble)
