"""Tries itself in a loop when it is the main program."""
# exercise: normalize_rows
# must: passed

import numpy as np


def normalize_rows(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


if __name__ == "__main__":
    for n in range(1, 100):
        data = np.random.rand(n, n) + 1
        for row in normalize_rows(data):
            assert abs(sum(row**2) - 1) < 1e-9
