"""Maps over pairs with itertools.starmap."""
# exercise: L1
# must: loops
# rule: explicit-loop
# imports: any
# line: 15

import math
from itertools import starmap

import numpy as np


def L1(yhat, y):
    return np.sum(np.fromiter(starmap(math.dist, np.stack([yhat, y], 1).reshape(-1, 2, 1)), float))
