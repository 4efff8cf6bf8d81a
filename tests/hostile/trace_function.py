"""Leaves a trace function and a profiler behind; the answer is right."""
# kind: innocent
# exercise: softmax
# must: passed

import sys

import numpy as np


def quiet(*_):
    return quiet


def softmax(x):
    sys.settrace(quiet)
    sys.setprofile(quiet)
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
