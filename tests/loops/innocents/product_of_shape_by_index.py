"""Multiplies the shape in a loop over the axes."""
# exercise: image2vector
# must: passed

import numpy as np


def image2vector(image):
    size = 1
    for axis in range(image.ndim):
        size *= image.shape[axis]
    return image.reshape((size, 1))
