"""Sends an array whose shape promises more than its bytes hold."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# says: connection

import struct
import sys


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    head = b"d" + struct.pack("<I", 2) + b"s\7\0\0\0outcomes\x08\0\0\0returned"
    array = b"a\x07float64\x02" + struct.pack("<QQ", 2**33, 2**33) + bytes(64)
    connection.send(4, 0, nonce, [head + b"s\5\0\0\0value" + array])
