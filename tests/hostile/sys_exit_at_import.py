"""Calls sys.exit(0) while the file is loaded."""
# kind: exit
# exercise: softmax
# must: failed

import sys

LEAVE = sys.exit(0)


def softmax(x):
    return LEAVE
