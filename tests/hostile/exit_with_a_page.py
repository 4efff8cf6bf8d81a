"""Ends with a page of text as its status."""
# kind: text
# exercise: softmax
# must: failed

import sys


def softmax(x):
    sys.exit("10 of 10 points\n\x1b[32m✓ softmax\x1b[0m\n" * 10_000)
