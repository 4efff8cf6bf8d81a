"""The whole-array sum: a frequent wrong answer, for the README's picture."""

import numpy as np


def softmax(x):
    x_exp = np.exp(x)
    return x_exp / np.sum(x_exp)
