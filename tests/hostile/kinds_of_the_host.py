"""Sends the frames that only the host sends, and kinds that there are none of."""
# kind: forged reply
# exercise: softmax
# must: failed
# says: connection

import sys

KINDS = [1, 2, 3, 0, 255]


def softmax(x):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    wire = sys.modules["guest.wire"]
    reply = wire.encode({"outcome": "returned", "value": 0, "changed": []})
    connection.send(KINDS[int(abs(x).sum() * 97) % len(KINDS)], 0, nonce, reply)
