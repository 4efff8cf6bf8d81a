"""Returns an array without data but with an endless shape."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    return np.zeros((0, 2**40))
