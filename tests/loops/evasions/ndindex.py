"""Goes through the places of the elements."""
# exercise: sigmoid_derivative
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def sigmoid_derivative(x):
    s = np.array(1 / (1 + np.exp(-np.asarray(x, dtype=float))))
    for place in np.ndindex(s.shape):
        s[place] = s[place] * (1 - s[place])
    return s
