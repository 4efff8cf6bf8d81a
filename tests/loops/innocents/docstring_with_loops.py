"""Has loops in its docstring only."""
# exercise: L2
# must: passed

import numpy as np


def L2(yhat, y):
    """Return the loss.

    >>> total = 0
    >>> for a, b in zip([1, 2], [1, 3]):
    ...     total += (a - b) ** 2
    >>> [sum(x) for x in [[1], [2]]]
    """
    return np.sum((yhat - y) ** 2)
