"""Changes every setting of the interpreter that it may; the answer is right."""
# kind: innocent
# exercise: softmax
# must: passed

import gc
import sys

import numpy as np


def softmax(x):
    sys.setswitchinterval(1e6)
    sys.setrecursionlimit(150)
    sys.dont_write_bytecode = False
    sys.path.clear()
    sys.meta_path.clear()
    sys.excepthook = sys.unraisablehook = sys.displayhook = None
    gc.freeze()
    gc.set_threshold(1)
    np.set_printoptions(threshold=1, formatter={"all": lambda _: 1 / 0})
    np.seterr(all="ignore")
    e = np.exp(x - np.max(x, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)
