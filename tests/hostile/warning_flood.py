"""Raises warnings of many kinds; the answer is right."""
# kind: flood
# exercise: softmax
# must: passed, loops

import warnings

import numpy as np


def softmax(x):
    warnings.simplefilter("always")
    for number in range(100):
        warnings.warn(f"\x1b[31m{number}", stacklevel=1)
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
