"""Returns a view that reaches beyond its memory into whatever lies there."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    return np.lib.stride_tricks.as_strided(x.astype(float), (2**15, 2**8), (2**11, 8))
