"""Sends a dict whose keys all have the same hash, made for a slow decoder."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import struct
import sys
import time


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    keys = [(i * (2**61 - 1)).to_bytes(16, "little") for i in range(16_000)]
    value = b"".join(b"i\x10\0\0\0" + key + b"N" for key in keys)
    value = b"d" + struct.pack("<I", len(keys)) + value
    head = b"d" + struct.pack("<I", 2) + b"s\7\0\0\0outcomes\x08\0\0\0returned"
    connection.send(4, 0, nonce, [head + b"s\5\0\0\0value" + value])
    time.sleep(60)
