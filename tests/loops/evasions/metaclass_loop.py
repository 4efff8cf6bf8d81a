"""Loops when a class is called."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


class Meta(type):
    def __call__(cls, x):
        out = np.exp(x)
        for i, row in enumerate(out):
            out[i] = row / row.sum()
        return out


class softmax(metaclass=Meta):
    pass


_class = softmax


def softmax(x):
    return _class(x)
