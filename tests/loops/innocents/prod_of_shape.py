"""Multiplies the shape with math.prod."""
# exercise: image2vector
# must: passed

import math

import numpy as np


def image2vector(image):
    return np.reshape(image, (math.prod(image.shape), 1), order="C")
