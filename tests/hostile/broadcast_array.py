"""Returns a view of one number that claims to be eight terabytes."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    return np.broadcast_to(0.5, (1_000_000, 1_000_000))
