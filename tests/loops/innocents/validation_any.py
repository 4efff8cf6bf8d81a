"""Refuses empty axes."""
# exercise: normalize_rows
# must: passed

import numpy as np


def normalize_rows(x):
    if any(d == 0 for d in x.shape):
        raise ValueError("empty")
    return x / np.sqrt((x * x).sum(axis=1, keepdims=True))
