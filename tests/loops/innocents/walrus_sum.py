"""Names the exponentials on the way."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    return (e := np.exp(x)) / np.sum(e, axis=1, keepdims=True)
