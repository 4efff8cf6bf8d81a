"""Decorates with arguments bound to np.vectorize."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# imports: any
# line: 14

import math
from functools import partial

import numpy as np


@partial(np.vectorize, otypes=[float])
def sigmoid(x):
    return 1 / (1 + math.exp(-x))
