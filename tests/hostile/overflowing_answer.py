"""Returns the largest float everywhere: sums and differences on the host overflow."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    return np.full(x.shape, np.finfo(float).max)
