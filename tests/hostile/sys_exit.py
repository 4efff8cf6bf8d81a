"""Calls sys.exit(0)."""
# kind: exit
# exercise: softmax
# must: failed
# says: exit()

import sys


def softmax(x):
    sys.exit(0)
