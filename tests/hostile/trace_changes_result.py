"""Leaves a trace function that raises in the code around the call."""
# kind: cheat
# exercise: softmax
# must: failed

import sys

import numpy as np


def loud(frame, event, arg):
    if frame.f_code.co_name != "softmax":
        raise SystemExit(0)
    return loud


def softmax(x):
    sys.setprofile(loud)
    sys.settrace(loud)
    return np.zeros(x.shape)
