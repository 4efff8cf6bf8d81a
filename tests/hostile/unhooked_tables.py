"""Empties the lists of what Python's own fence refuses, then reads."""
# kind: escape
# exercise: softmax
# must: failed

import sys


def softmax(x):
    fence = sys.modules["guest.audit"]
    for value in list(vars(fence).values()):
        if isinstance(value, dict) and "__name__" not in value:
            value.clear()
    fence._hook = fence.install = None
    with open("@TEMPORARY@/kept.txt") as file:
        raise SystemError(f"got through: {file.read()}")
