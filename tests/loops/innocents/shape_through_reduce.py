"""Multiplies the shape with reduce."""
# exercise: image2vector
# must: passed
# imports: any

from functools import reduce
from operator import mul

import numpy as np


def image2vector(image):
    return image.reshape(reduce(mul, image.shape), 1)
