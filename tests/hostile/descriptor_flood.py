"""Writes two hundred megabytes to descriptor 1 without end of line."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed
# says: printed more than

import os


def initialize_with_zeros(dim):
    for _ in range(200):
        os.write(1, b"\xff" * 1_000_000)
    return dim
