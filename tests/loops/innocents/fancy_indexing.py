"""Sets labels with an array of places."""
# exercise: predict
# must: passed

import numpy as np


def predict(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    labels = np.zeros(A.shape)
    labels[A > 0.5] = 1
    return labels
