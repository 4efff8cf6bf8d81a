"""Fills pipes, sockets and mappings with what the kernel has to keep."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed

import mmap
import os

KEPT = []


def initialize_with_zeros(dim):
    for make in (os.pipe, lambda: mmap.mmap(-1, 1 << 30), lambda: os.eventfd(0)):
        try:
            while len(KEPT) < 10_000:
                KEPT.append(make())
        except (OSError, ValueError, AttributeError):
            pass
    if len(KEPT) > 100:
        raise SystemError("got through")
    return dim
