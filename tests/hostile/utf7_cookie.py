# -*- coding: utf-7 -*-
"""Hides the real function from readers of UTF-8 behind an encoding cookie."""
# kind: source
# exercise: softmax
# must: failed, unreadable

import numpy as np


def softmax(x):
    # +AAo-    e = np.exp(x - x.max(axis=1, keepdims=True))+AAo-    return e / e.sum(axis=1, keepdims=True)
    return x
