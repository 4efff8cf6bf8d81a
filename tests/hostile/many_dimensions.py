"""Returns an array of thirty-two dimensions."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    return np.zeros((1,) * 32)
