"""Prints a table below the function."""
# exercise: sigmoid
# must: passed

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


for value in range(-50, 50):
    print(value, sigmoid(value))
table = [sigmoid(v) for v in np.linspace(-5, 5, 100)]
