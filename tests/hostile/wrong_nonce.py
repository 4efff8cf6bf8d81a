"""Sends right answers under nonces that nobody asked for."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# says: connection

import sys

import numpy as np


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "self" not in frame.f_locals:
        frame = frame.f_back
    wire = sys.modules["guest.wire"]
    reply = {"outcome": "returned", "value": (np.zeros((dim, 1)), 0), "changed": []}
    for nonce in (0, 1, 2**64 - 1):
        frame.f_locals["self"].connection.send(4, 0, nonce, wire.encode(reply))
    return dim
