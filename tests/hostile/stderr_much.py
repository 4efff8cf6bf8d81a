"""Writes two hundred kilobytes to stderr and returns the right answer."""
# kind: flood
# exercise: softmax
# must: passed

import sys

import numpy as np


def softmax(x):
    sys.stderr.write("x" * 20_000 + "\n")
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
