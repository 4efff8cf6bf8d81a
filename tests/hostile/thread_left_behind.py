"""Leaves a thread that prints for ever; the answer is right."""
# kind: escape
# exercise: softmax
# must: passed, failed, loops

import threading
import time

import numpy as np


def chatter():
    while True:
        print("still here")
        time.sleep(0.01)


def softmax(x):
    try:
        threading.Thread(target=chatter, daemon=True).start()
    except RuntimeError:
        pass
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
