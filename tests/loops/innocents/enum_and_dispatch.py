"""Chooses with an enum, and by the type of its argument."""
# exercise: sigmoid
# must: passed
# imports: any

import enum
import functools

import numpy as np


class Kind(enum.Enum):
    SIGMOID = "sigmoid"
    TANH = "tanh"


@functools.singledispatch
def array(x):
    return np.asarray(x, dtype=float)


@array.register
def _(x: np.ndarray):
    return x


def sigmoid(x, kind=Kind.SIGMOID):
    x = array(x)
    if kind is Kind.TANH:
        return np.tanh(x)
    return 1 / (1 + np.exp(-x))
