"""Swaps the protocol's words, so that every failure is sent as a success."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys


def initialize_with_zeros(dim):
    protocol = sys.modules["guest.protocol"]
    for name in ("RAISED", "SIGNATURE", "UNSENDABLE", "DEFINED"):
        setattr(protocol, name, protocol.RETURNED)
    raise ValueError("sent as returned")
