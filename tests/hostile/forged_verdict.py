"""Sends a reply of its own making that says passed."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys


def initialize_with_zeros(dim):
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    wire = sys.modules["guest.wire"]
    forged = {"outcome": "passed", "status": "passed", "points": 10, "value": dim}
    connection.send(4, 0, nonce, wire.encode(forged))
