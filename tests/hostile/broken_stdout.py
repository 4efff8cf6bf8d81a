"""Replaces stdout by an object that raises on everything; the answer is right."""
# kind: innocent
# exercise: softmax
# must: passed

import sys

import numpy as np


class Broken:
    def __getattr__(self, name):
        raise KeyboardInterrupt


def softmax(x):
    sys.stdout = sys.__stdout__ = sys.stderr = Broken()
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
