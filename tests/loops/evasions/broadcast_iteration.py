"""Has map pull pairs out of np.broadcast."""
# exercise: L1
# must: loops
# rule: explicit-loop
# imports: any
# line: 15

import math
from itertools import starmap

import numpy as np


def L1(yhat, y):
    pairs = list(np.broadcast(yhat, y))
    return math.fsum(map(abs, starmap(float.__sub__, np.array(pairs, dtype=float).tolist())))
