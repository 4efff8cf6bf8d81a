"""Repeats the lengths for each column."""
# exercise: normalize_rows
# must: passed

import numpy as np


def normalize_rows(x):
    lengths = np.sqrt(np.sum(np.power(x, 2), axis=1))
    return x / np.tile(lengths.reshape(-1, 1), (1, x.shape[1]))
