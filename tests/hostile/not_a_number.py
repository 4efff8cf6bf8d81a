"""Returns NaN everywhere, in the hope that nothing is far from NaN."""
# kind: forged value
# exercise: softmax
# must: failed
# says: not finite

import numpy as np


def softmax(x):
    return np.full(x.shape, np.nan)
