"""Appends a zero for each feature."""
# exercise: initialize_with_zeros
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def initialize_with_zeros(dim):
    w = []
    for _ in range(dim):
        w.append([0.0])
    return np.array(w), 0
