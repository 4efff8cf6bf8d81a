"""Loops when a block is entered."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 15

import numpy as np


class Normalised:
    def __init__(self, x):
        self.out = np.exp(x)

    def __enter__(self):
        for row in self.out:
            row /= row.sum()
        return self.out

    def __exit__(self, *_):
        return False


def softmax(x):
    with Normalised(x) as out:
        return out
