"""Returns a structured array with the numbers in a field."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    result = np.zeros(x.shape, dtype=[("value", "f8"), ("code", "O")])
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    result["value"] = e / np.sum(e, axis=1, keepdims=True)
    return result
