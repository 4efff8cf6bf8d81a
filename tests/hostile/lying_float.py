"""Returns a float subclass that claims another value in every conversion."""
# kind: forged value
# exercise: L1
# must: failed
# says: a value of type `Lie`

import numpy as np


class Lie(float):
    def __float__(self):
        return 0.0

    def __sub__(self, other):
        return 0.0

    __rsub__ = __sub__


def L1(yhat, y):
    return Lie(np.sum(np.abs(y - yhat)))
