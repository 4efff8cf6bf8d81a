"""Stops reading while it is asked for more and more supplied functions' answers."""
# kind: forged reply
# exercise: propagate
# must: failed
# timeout: 0.2

import sys

import numpy as np


def propagate(w, b, X, Y):
    frame = sys._getframe()
    while "self" not in frame.f_locals:
        frame = frame.f_back
    connection = frame.f_locals["self"].connection
    asked = sys.modules["guest.wire"].encode(((np.zeros(100_000),), {}))
    while True:
        connection.send(5, 0, 1, asked)
