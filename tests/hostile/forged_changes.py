"""Lies about which arguments it changed, with digits that int() refuses; right values."""
# kind: forged reply
# exercise: softmax
# must: passed, failed

import sys

import numpy as np


def softmax(x):
    worker = sys.modules["guest.worker"]
    worker._changed = lambda *_: ["²", "-1", "9" * 5000, "\n\n::error::x", 7, None]
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
