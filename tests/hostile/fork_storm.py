"""Forks two hundred children that hold ten megabytes each."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed

import os
import time


def initialize_with_zeros(dim):
    for _ in range(200):
        if os.fork() == 0:
            kept = bytearray(10 << 20)
            time.sleep(5)
            os._exit(len(kept) & 1)
    return dim
