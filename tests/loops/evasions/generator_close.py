"""Adds up in a generator that is closed at the end."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 13

import numpy as np


def feed(d, out):
    i = 0
    try:
        while i < len(d):
            out[0] += d[i] ** 2
            i += 1
            yield
    finally:
        pass


def L2(yhat, y):
    out = [0.0]
    any(feed(y - yhat, out))
    return out[0]
