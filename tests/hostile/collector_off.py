"""Switches the garbage collector off and floods it with cycles; the answer is right."""
# kind: innocent
# exercise: softmax
# must: passed, loops

import gc

import numpy as np


def softmax(x):
    gc.disable()
    gc.callbacks.append(lambda *_: None)
    for thing in ([] for _ in (1, 2, 3)):
        thing.append(thing)
    np.seterr(all="raise", under="ignore")
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
