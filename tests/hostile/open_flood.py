"""Opens a device ten thousand times; the answer is right."""
# kind: flood
# exercise: softmax
# must: passed, loops

import os

import numpy as np

KEPT = []


def softmax(x):
    try:
        while len(KEPT) < 10_000:
            KEPT.append(os.open("/dev/null", os.O_RDONLY))
    except OSError:
        pass
    if len(KEPT) >= 1_000:
        raise SystemError("got through")
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
