"""Answers each request twice, right both times: the second breaks the next call."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# says: connection

import sys

import numpy as np


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    value = (np.zeros((dim, 1)), 0.0)
    reply = sys.modules["guest.wire"].encode(
        {"outcome": "returned", "value": value, "changed": []}
    )
    connection.send(4, 0, nonce, reply)
    return value
