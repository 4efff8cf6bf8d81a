"""Is a generator: nothing has run when it returns."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `generator`

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    yield e / np.sum(e, axis=1, keepdims=True)
