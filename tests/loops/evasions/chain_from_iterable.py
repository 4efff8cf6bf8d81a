"""Flattens nested lists with itertools, without a Python step for any number."""
# exercise: image2vector
# must: loops
# rule: explicit-loop
# imports: any
# line: 16

import itertools

import numpy as np

flatten = itertools.chain.from_iterable


def image2vector(image):
    return np.array([[*flatten(flatten(image.tolist()))]]).T
