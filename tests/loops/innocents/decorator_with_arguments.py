"""Has a decorator with arguments convert all that comes in."""
# exercise: L2
# must: passed

import numpy as np


def arrays(dtype):
    def decorate(function):
        def converted(*args):
            return function(*[np.asarray(a, dtype=dtype) for a in args])

        return converted

    return decorate


@arrays(float)
def L2(yhat, y):
    return np.sum((yhat - y) ** 2)
