"""Goes through the shape for a message."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    sizes = [int(n) for n in x.shape]
    if 0 in sizes:
        raise ValueError("empty: " + " by ".join(str(n) for n in sizes))
    e = np.exp(x)
    return e / e.sum(axis=1, keepdims=True)
