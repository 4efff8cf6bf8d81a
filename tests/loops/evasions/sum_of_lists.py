"""Flattens nested lists with the sum of Python."""
# exercise: image2vector
# must: loops
# rule: explicit-loop
# line: 11

import numpy as np


def image2vector(image):
    flat = sum(sum(image.tolist(), []), [])
    return np.array(flat).reshape(-1, 1)
