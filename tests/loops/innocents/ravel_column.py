"""Reads the image flat and stands it up."""
# exercise: image2vector
# must: passed

import numpy as np


def image2vector(image):
    return np.ravel(image)[:, np.newaxis]
