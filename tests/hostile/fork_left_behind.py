"""Leaves a child that holds every descriptor; the answer is right."""
# kind: escape
# exercise: softmax
# must: passed, failed

import os
import time

import numpy as np


def softmax(x):
    try:
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
    except OSError:
        pass
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
