"""Returns right values in a tuple whose items have names."""
# kind: innocent
# exercise: initialize_with_zeros
# must: passed, failed

from collections import namedtuple

import numpy as np

Start = namedtuple("Start", "w b")


def initialize_with_zeros(dim):
    return Start(np.zeros((dim, 1)), 0.0)
