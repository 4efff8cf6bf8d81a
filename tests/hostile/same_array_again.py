"""Returns the same array every time and changes it behind the host's back."""
# kind: forged value
# exercise: L1
# must: failed

import numpy as np

KEPT = np.zeros(())


def L1(yhat, y):
    KEPT[...] += np.sum(np.abs(y - yhat))
    return KEPT
