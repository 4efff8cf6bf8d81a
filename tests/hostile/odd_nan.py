"""Returns NaN with a message in its spare bits, and infinity of both signs."""
# kind: forged value
# exercise: softmax
# must: failed
# says: not finite

import numpy as np


def softmax(x):
    bits = np.full(x.shape, 0x7FF4DEADBEEF0001, np.uint64)
    bits[..., 0] = 0x7FF0000000000000
    bits[..., -1] = 0xFFF0000000000000
    return bits.view(np.float64)
