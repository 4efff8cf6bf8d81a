"""Runs a regular expression that takes exponential time."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import re


def softmax(x):
    return re.match("(a+)+$", "a" * 64 + "b")
