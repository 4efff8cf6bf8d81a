"""Swaps the code of the function when it runs."""
# exercise: softmax
# must: loops
# rule: cannot-analyse
# line: 19

import numpy as np


def loop(x):
    return np.array([np.exp(r) / np.exp(r).sum() for r in x])


def work(x):
    return x


def softmax(x):
    work.__code__ = loop.__code__
    return work(x)
