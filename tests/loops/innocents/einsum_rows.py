"""Sums squares with einsum."""
# exercise: normalize_rows
# must: passed

import numpy as np


def normalize_rows(x):
    return x / np.sqrt(np.einsum("ij,ij->i", x, x))[:, None]
