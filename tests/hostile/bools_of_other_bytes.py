"""Returns bools whose bytes are neither 0 nor 1."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    return np.frombuffer(bytes(range(2, 2 + x.size)), np.bool_).reshape(x.shape)
