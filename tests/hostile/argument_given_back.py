"""Frees the memory of its argument while the host still has to compare it."""
# kind: forged value
# exercise: softmax
# must: failed

import numpy as np


def softmax(x):
    owner = x
    while isinstance(owner.base, np.ndarray):
        owner = owner.base
    try:
        owner.base.release()
    except (AttributeError, BufferError):
        pass
    x.setflags(write=True)
    x.shape = (-1,)
    x.dtype = np.uint8
    return x
