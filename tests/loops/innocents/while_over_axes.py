"""Squeezes axes together, one at a time."""
# exercise: image2vector
# must: passed

import numpy as np


def image2vector(image):
    out = image
    while out.ndim > 1:
        out = out.reshape((out.shape[0] * out.shape[1], *out.shape[2:]))
    return out[:, None]
