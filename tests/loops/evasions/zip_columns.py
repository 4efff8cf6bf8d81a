"""Pairs predictions and labels, and adds with reduce-like code in a generator."""
# exercise: L2
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def squares(pairs):
    yield from ((a - b) ** 2 for a, b in pairs)


def L2(yhat, y):
    return float(np.sum(np.fromiter(squares(zip(yhat, y)), dtype=float)))
