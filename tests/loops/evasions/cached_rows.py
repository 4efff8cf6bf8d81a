"""Caches the answer for each row."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# imports: any
# line: 20

import functools

import numpy as np


@functools.cache
def row(values):
    e = np.exp(values)
    return e / e.sum()


def softmax(x):
    return np.array([row(tuple(r)) for r in x.tolist()])
