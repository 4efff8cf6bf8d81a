"""Writes shapes and types into f-strings."""
# exercise: sigmoid
# must: passed

import numpy as np


def sigmoid(x):
    said = f"for {np.shape(x)} while {np.ndim(x):>3} map {type(x).__name__!r}"
    assert said
    return 1 / (1 + np.exp(-x))
