"""Answers with bytes that no encoder writes, another kind for other arguments."""
# kind: forged reply
# exercise: softmax
# must: failed
# says: connection

import sys

HEAD = b"d\2\0\0\0s\7\0\0\0outcomes\x08\0\0\0returneds\5\0\0\0value"
LIES = [
    b"l\xff\xff\xff\xff", b"l\1\0\0\0" * 100_000 + b"N", b"s\4\0\0\0\xff\xfe\xfd\xfc",
    b"a\1O\1\1\0\0\0\0\0\0\0" + bytes(16), b"a\4bool\1\1\0\0\0\0\0\0\0\0\0\0\0\2",
    b"d\1\0\0\0l\0\0\0\0N", b"i\xff\xff\0\0" + bytes(65_535), b"w\1\0\0\0xN", b"\xee",
    b"a\7float64\xff" + b"\1\0\0\0\0\0\0\0" * 255 + bytes(32), b"n\7float64\0", b"",
]


def softmax(x):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    connection.send(4, 0, nonce, [HEAD + LIES[int(abs(x).sum() * 97) % len(LIES)]])
