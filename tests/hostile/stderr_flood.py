"""Writes two hundred megabytes to stderr."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed
# says: printed more than

import sys


def initialize_with_zeros(dim):
    for _ in range(200):
        sys.stderr.write("x" * 1_000_000)
    return dim
