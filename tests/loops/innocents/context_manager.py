"""Uses a context manager written as a generator."""
# exercise: softmax
# must: passed
# imports: any

from contextlib import contextmanager

import numpy as np


@contextmanager
def quiet():
    old = np.seterr(all="ignore")
    try:
        yield
    finally:
        np.seterr(**old)


def softmax(x):
    with quiet():
        e = np.exp(x)
        return e / e.sum(axis=1, keepdims=True)
