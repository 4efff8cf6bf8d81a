"""Asks for supplied functions by numbers that do not exist, its own among them."""
# kind: forged reply
# exercise: propagate
# must: failed
# says: connection

import sys


def propagate(w, b, X, Y):
    frame = sys._getframe()
    while "self" not in frame.f_locals:
        frame = frame.f_back
    connection = frame.f_locals["self"].connection
    for index in (1, 2, 255):
        asked = sys.modules["guest.wire"].encode(((w, b, X, Y), {}))
        connection.send(5, index, 1, asked)
        *_, body = connection.receive()
        answer = sys.modules["guest.wire"].decode(body)
        if answer["outcome"] == "returned":
            return answer["value"]
