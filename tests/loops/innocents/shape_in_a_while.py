"""Multiplies the shape, taking numbers off a list of it."""
# exercise: image2vector
# must: passed

import numpy as np


def image2vector(image):
    dims = list(image.shape)
    size = 1
    while dims:
        size *= dims.pop()
    return image.reshape((size, 1))
