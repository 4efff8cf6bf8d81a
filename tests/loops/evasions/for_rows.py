"""Goes through the rows with a plain loop."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def softmax(x):
    out = np.zeros(x.shape)
    for i in range(x.shape[0]):
        e = np.exp(x[i] - np.max(x[i]))
        out[i] = e / np.sum(e)
    return out
