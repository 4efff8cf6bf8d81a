"""Reads far beyond the end of an array."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed
# says: Python process

import numpy as np


def initialize_with_zeros(dim):
    x = np.zeros(1)
    return np.lib.stride_tricks.as_strided(x, (2,), (1 << 46,)).sum()
