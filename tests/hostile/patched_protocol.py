"""Swaps the protocol's words, so that every failure is sent as a success."""
# kind: forged reply
# exercise: softmax
# must: failed

import sys


def softmax(x):
    protocol = sys.modules["guest.protocol"]
    for name in ("RAISED", "SIGNATURE", "UNSENDABLE", "DEFINED"):
        setattr(protocol, name, protocol.RETURNED)
    raise ValueError("sent as returned")
