"""Reads attributes by name."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    rows, columns = getattr(x, "shape", (1, 1))
    e = getattr(np, "exp")(x)
    assert hasattr(e, "sum")
    return e / e.sum(axis=1).reshape(rows, 1)
