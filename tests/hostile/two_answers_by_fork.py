"""Answers from two processes at once, one right, one wrong."""
# kind: escape
# exercise: softmax
# must: failed

import os

import numpy as np


def softmax(x):
    os.fork()
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
