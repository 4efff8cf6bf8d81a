"""Has operator.call call map."""
# exercise: sigmoid
# must: loops
# rule: explicit-loop
# imports: any
# line: 17

import math
import operator

import numpy as np


def sigmoid(x):
    x = np.asarray(x, dtype=float)
    powers = []
    powers += operator.call(map, math.exp, (-x).ravel().tolist())
    return 1 / (1 + np.array(powers).reshape(x.shape))
