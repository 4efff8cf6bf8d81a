"""Hands a fixed tuple on with a star."""
# exercise: image2vector
# must: passed

import numpy as np


def image2vector(image):
    shape = (-1, 1)
    return image.reshape(*shape)
