"""Leaves a trace function that never ends when the worker goes on."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import sys


def endless(frame, event, arg):
    while frame.f_code.co_name != "softmax":
        pass
    return endless


def softmax(x):
    sys.setprofile(endless)
    return x
