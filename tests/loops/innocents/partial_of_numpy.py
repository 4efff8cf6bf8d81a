"""Binds arguments of np.sum."""
# exercise: softmax
# must: passed
# imports: any

import functools

import numpy as np

row_sums = functools.partial(np.sum, axis=1, keepdims=True)


def softmax(x):
    e = np.exp(x)
    return e / row_sums(e)
