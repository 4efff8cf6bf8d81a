"""Has a decorator call it for every row."""
# exercise: softmax
# must: loops
# rule: explicit-loop
# line: 12

import numpy as np


def by_row(function):
    def each(x):
        return np.array([function(row) for row in x])

    return each


@by_row
def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()
