"""Loops in the __missing__ of a dict."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


class Rows(dict):
    def __missing__(self, key):
        for row in key:
            self[0] = self.get(0, [])
            self[0].append(np.exp(row) / np.exp(row).sum())
        return np.array(self.pop(0))

    __hash__ = None


class Key(np.ndarray):
    def __hash__(self):
        return 1


def softmax(x):
    return Rows()[x.view(Key)]
