"""A right answer to standardize that goes through the numbers one by one."""

import numpy as np


def standardize(X):
    """Return the brightness values of images as fractions of 255."""
    answer = np.zeros(X.shape)
    flat, given = answer.reshape(-1), X.reshape(-1)
    for i in range(given.size):
        flat[i] = given[i] / 255
    return answer
