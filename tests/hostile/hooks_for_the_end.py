"""Replaces what Python calls when things go wrong, and then goes wrong."""
# kind: exit
# exercise: softmax
# must: failed

import os
import sys
import threading


def leave(*_):
    os._exit(0)


def softmax(x):
    sys.excepthook = sys.unraisablehook = threading.excepthook = sys.displayhook = leave
    sys.breakpointhook = leave
    raise ValueError("on purpose")
