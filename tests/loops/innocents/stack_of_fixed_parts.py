"""Stacks a row of ones under the data."""
# exercise: predict
# must: passed

import numpy as np


def predict(w, b, X):
    bias = np.ones((1, X.shape[1]))
    A = sigmoid(np.vstack((w, [[b]])).T @ np.vstack((X, bias)))
    return (A > 0.5) * 1.0
