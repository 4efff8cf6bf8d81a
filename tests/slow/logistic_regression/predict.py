"""Labels, right and with a loop over the examples."""

import numpy as np


def predict(w, b, X):
    """Take the examples, and the features of each, one by one."""
    n_x, m = X.shape
    labels = np.zeros((1, m))
    for i in range(m):
        z = b
        for j in range(n_x):
            z += w[j, 0] * X[j, i]
        # A score above zero is a probability above one half.
        if z > 0:
            labels[0, i] = 1
    return labels
