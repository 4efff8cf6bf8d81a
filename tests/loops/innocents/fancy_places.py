"""Sets labels at the places that np.where finds."""
# exercise: predict
# must: passed

import numpy as np


def predict(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    labels = np.zeros((1, X.shape[1]))
    labels[np.where(A > 0.5)] = 1.0
    return labels
