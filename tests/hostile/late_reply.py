"""Answers in a finaliser that runs once the next request is there."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys

import numpy as np


class Late:
    def __init__(self, connection, nonce):
        self.connection, self.nonce = connection, nonce

    def __del__(self):
        reply = {"outcome": "returned", "value": (np.zeros((3, 1)), 0.0), "changed": []}
        self.connection.send(4, 0, self.nonce, sys.modules["guest.wire"].encode(reply))


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    worker = frame.f_locals["self"]
    worker.kept = Late(worker.connection, frame.f_locals["nonce"])
    return np.ones((dim, 1)), 0.0
