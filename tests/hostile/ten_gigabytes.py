"""Asks for ten gigabytes at once."""
# kind: flood
# exercise: softmax
# must: failed
# says: memory

import numpy as np


def softmax(x):
    return np.ones(10 * 2**30 // 8)
