"""Chooses with np.where."""
# exercise: predict
# must: passed

import numpy as np


def predict(w, b, X):
    return np.where(sigmoid(w.T @ X + b) > 0.5, 1, 0)
