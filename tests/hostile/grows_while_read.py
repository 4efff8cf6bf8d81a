"""Returns a dict that a callback of the collector keeps adding to."""
# kind: forged value
# exercise: propagate
# must: failed
# timeout: 0.3

import gc

KEPT = {"dw": 0.0, "db": 0.0}


def grow(*_):
    KEPT[len(KEPT)] = [[]]


def propagate(w, b, X, Y):
    gc.callbacks.append(grow)
    gc.set_threshold(1, 1, 1)
    return KEPT, 0.0
