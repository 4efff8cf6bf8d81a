"""Turns its descriptors round: prints go to the wire and replies to the output."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.2

import os


def initialize_with_zeros(dim):
    print("before")
    for descriptor in range(3, 32):
        try:
            os.fstat(descriptor)
            os.dup2(descriptor, 1)
            os.dup2(2, descriptor)
        except OSError:
            pass
    print("printed on the wire")
    return dim
