"""Replaces what Python calls when things go wrong, and then goes wrong."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed

import os
import sys
import threading


def leave(*_):
    os._exit(0)


def initialize_with_zeros(dim):
    sys.excepthook = sys.unraisablehook = threading.excepthook = sys.displayhook = leave
    sys.breakpointhook = leave
    raise ValueError("on purpose")
