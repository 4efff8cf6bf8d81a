"""Joins the shape into the message of an error."""
# exercise: softmax
# must: passed

import numpy as np


def softmax(x):
    if x.ndim != 2:
        raise ValueError(f"shape ({', '.join(str(d) for d in x.shape)}) is no matrix")
    e = np.exp(x)
    return e / e.sum(axis=-1, keepdims=True)
