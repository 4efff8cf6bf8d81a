"""Answers with bytes that no encoder writes, another kind in each call."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# says: connection

import itertools
import sys

HEAD = b"d\2\0\0\0s\7\0\0\0outcomes\x08\0\0\0returneds\5\0\0\0value"
LIES = itertools.cycle([
    b"l\xff\xff\xff\xff", b"l\1\0\0\0" * 100_000 + b"N", b"s\4\0\0\0\xff\xfe\xfd\xfc",
    b"a\1O\1\1\0\0\0\0\0\0\0" + bytes(16), b"a\4bool\1\1\0\0\0\0\0\0\0\0\0\0\0\2",
    b"d\1\0\0\0l\0\0\0\0N", b"i\xff\xff\0\0" + bytes(65_535), b"w\1\0\0\0xN", b"\xee",
    b"a\7float64\xff" + b"\1\0\0\0\0\0\0\0" * 255 + bytes(32), b"n\7float64\0", b"",
])


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    connection.send(4, 0, nonce, [HEAD + LIES.__next__()])
    return LIES.__next__()
