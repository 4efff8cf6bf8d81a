"""Has a right function in its text and a decorator that puts a wrong one in its place."""
# kind: cheat
# exercise: softmax
# must: failed

import numpy as np


def swap(function):
    return lambda x: x


@swap
def softmax(x):
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
