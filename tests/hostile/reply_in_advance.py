"""Sends right answers before anything was asked, for the host to find later."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed
# says: connection

import gc
import sys

import numpy as np

WIRE = sys.modules["guest.wire"]


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "self" not in frame.f_locals:
        frame = frame.f_back
    connection = frame.f_locals["self"].connection
    nonce = frame.f_locals.get("nonce") or frame.f_back.f_locals.get("nonce", 0)
    for size in range(1, 50):
        value = (np.zeros((size, 1)), 0.0)
        reply = WIRE.encode({"outcome": "returned", "value": value, "changed": []})
        connection.send(4, 0, nonce + size, reply)
    return np.zeros((dim, 1)), 0.0
