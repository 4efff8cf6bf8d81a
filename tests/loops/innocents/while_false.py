"""Has loops that never run."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    while False:
        x = [row for row in x]
    while 0:
        pass
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
