"""Announces a hundred megabytes and sends them a byte at a time."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.2

import os
import struct
import time


def initialize_with_zeros(dim):
    head = struct.pack("<4sBBxxQQ", b"grd1", 4, 0, 1, 100 << 20)
    for descriptor in range(3, 16):
        try:
            os.write(descriptor, head)
            while True:
                os.write(descriptor, b"\0")
                time.sleep(0.01)
        except OSError:
            pass
