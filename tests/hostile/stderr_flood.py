"""Writes two hundred megabytes to stderr."""
# kind: flood
# exercise: softmax
# must: failed
# says: printed more than

import sys


def softmax(x):
    for _ in range(200):
        sys.stderr.write("x" * 1_000_000)
    return x
