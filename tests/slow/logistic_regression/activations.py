"""A right answer to activations that goes through examples and features one by one."""

import numpy as np

# sigmoid is supplied as a global name, as it is to the student.


def activations(w, b, X):
    """Return the probability of label 1 for every example."""
    n_x, m = X.shape
    A = np.zeros((1, m))
    for i in range(m):
        z = b
        for j in range(n_x):
            z += w[j, 0] * X[j, i]
        A[0, i] = sigmoid(z)
    return A
