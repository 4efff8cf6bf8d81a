"""Answers the request to load the file as if it had been a call."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys


def forge():
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    reply = {"outcome": "returned", "value": "a\n\n\x1b[2Jpassed" * 1000, "changed": []}
    connection.send(4, 0, nonce, sys.modules["guest.wire"].encode(reply))


FORGED = forge()


def initialize_with_zeros(dim):
    return FORGED
