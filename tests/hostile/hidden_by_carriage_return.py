"""Puts its answer behind a carriage return in a comment, where editors show one line."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @CR@ 1 \r

import numpy as np


def softmax(x):
    # harmless @CR@    return x
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
