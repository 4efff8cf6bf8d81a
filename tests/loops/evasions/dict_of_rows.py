"""Keeps the rows in a dict and changes it value by value."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def softmax(x):
    rows = dict(enumerate(np.exp(x)))
    for name in rows:
        rows[name] = rows[name] / rows[name].sum()
    return np.array([*rows.values()])
