"""Answers each request twice, wrong first."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys

import numpy as np


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    wire = sys.modules["guest.wire"]
    reply = {"outcome": "returned", "value": (np.zeros((dim, 1)), 0), "changed": []}
    connection.send(4, 0, nonce, wire.encode(reply))
    return np.zeros((dim, 1)), 0
