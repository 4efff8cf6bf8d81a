"""Waits in the collector's callback for a frame of the fence, takes it apart, reads."""
# kind: escape
# exercise: softmax
# must: failed
# beyond: process: the fence is Python, and Python can be changed from within

import gc
import os
import sys


def take_apart(*_):
    frame = sys._getframe()
    while frame is not None:
        for value in list(frame.f_locals.values()):
            if frame.f_code.co_name == "hook" and type(value) is dict:
                value.clear()
        frame = frame.f_back


def softmax(x):
    gc.callbacks.append(take_apart)
    gc.set_threshold(1)
    for _ in range(10):
        os.path.exists("/")
        sys.audit("a.b.c", [])
        try:
            with open("@COURSE@/solutions/numpy_basics/softmax.py") as file:
                raise SystemError(f"got through: {file.read(40)}")
        except OSError:
            pass
    gc.callbacks.clear()
    gc.set_threshold(700)
    return x
