"""Attaches to other processes with ptrace and reads their memory."""
# exercise: softmax
# must: failed
# walls: bubblewrap

import ctypes
import os

ATTACH = 16


def softmax(x):
    c = ctypes.CDLL(None, use_errno=True)
    for pid in (1, os.getppid(), os.getpid() + 1):
        if c.ptrace(ATTACH, pid, None, None) == 0:
            raise SystemError("attached")
    return x
