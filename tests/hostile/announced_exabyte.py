"""Announces a frame of an exabyte and sends a little of it."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.2

import os
import struct


def initialize_with_zeros(dim):
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, struct.pack("<4sBBxxQQ", b"grd1", 4, 0, 1, 2**60))
        except OSError:
            pass
    while True:
        pass
