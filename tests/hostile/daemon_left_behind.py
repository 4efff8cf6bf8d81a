"""Leaves a daemon in a session of its own; the answer is right."""
# kind: escape
# exercise: softmax
# must: passed, failed

import os
import time

import numpy as np


def leave():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(30)
        os._exit(0)
    os.wait()


def softmax(x):
    try:
        leave()
    except OSError:
        pass
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
