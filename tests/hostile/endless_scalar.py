"""Returns a NumPy scalar whose dtype takes for ever to look up."""
# kind: hang
# exercise: L1
# must: failed
# timeout: 0.2
# says: did not end

import numpy as np


class Slow(np.float64):
    @property
    def dtype(self):
        while True:
            pass


def L1(yhat, y):
    return Slow(1.0)
