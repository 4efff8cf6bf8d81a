# -*- coding: unicode_escape -*-
"""Hides the real function in escapes that only another decoder sees."""
# kind: source
# exercise: softmax
# must: failed, unreadable

import numpy as np


def softmax(x):
    # \u000a    e = np.exp(x - x.max(axis=1, keepdims=True)); return e / e.sum(axis=1, keepdims=True)
    return x
