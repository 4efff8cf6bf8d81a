"""Writes garbage to every descriptor it has."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# says: connection

import os


def initialize_with_zeros(dim):
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"\0garbage\xff" * 100)
        except OSError:
            pass
    return dim
