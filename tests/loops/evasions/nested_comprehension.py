"""Reads the pixels with three clauses of one comprehension."""
# exercise: image2vector
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def image2vector(image):
    return np.array([[v] for row in image for pixel in row for v in pixel])
