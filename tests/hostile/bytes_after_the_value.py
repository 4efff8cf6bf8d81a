"""Sends a right value in a frame with a second value behind it."""
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
    reply = {"outcome": "returned", "value": value, "changed": []}
    connection.send(4, 0, nonce, [*sys.modules["guest.wire"].encode(reply), b"T"])
