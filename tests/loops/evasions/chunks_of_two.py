"""Goes through the rows two by two."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def softmax(x):
    out = np.exp(x)
    for i in range(0, len(x), 2):
        out[i : i + 2] /= out[i : i + 2].sum(axis=1, keepdims=True)
    return out
