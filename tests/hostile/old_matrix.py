"""Returns right values as np.matrix, which multiplies differently."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `matrix`

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return np.matrix(e / np.sum(e, axis=1, keepdims=True))
