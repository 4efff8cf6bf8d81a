"""Asks for a supplied function with bytes that are no arguments."""
# kind: forged reply
# exercise: propagate
# must: failed

import sys


def propagate(w, b, X, Y):
    frame = sys._getframe()
    while "self" not in frame.f_locals:
        frame = frame.f_back
    connection = frame.f_locals["self"].connection
    for body in (b"", b"\xff", b"N", b"l\xff\xff\xff\xff", b"t\2\0\0\0NN", b"a" * 99):
        connection.send(5, 0, 1, [body])
        *_, reply = connection.receive()
        answer = sys.modules["guest.wire"].decode(reply)
        if answer["outcome"] == "returned":
            return answer["value"]
