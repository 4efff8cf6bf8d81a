"""Has a decorator check the shape."""
# exercise: softmax
# must: passed
# imports: any

import functools

import numpy as np


def matrix(function):
    @functools.wraps(function)
    def checked(x, *args, **kwargs):
        assert np.ndim(x) == 2
        return function(x, *args, **kwargs)

    return checked


@matrix
def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
