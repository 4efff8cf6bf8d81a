"""Begins with a byte order mark; honest and right."""
# kind: source
# exercise: softmax
# must: passed
# start: \ufeff

import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
