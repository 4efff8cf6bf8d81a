"""Says that the file is loaded without saying what was found in it."""
# kind: forged reply
# exercise: initialize_with_zeros
# must: failed

import sys


def forge():
    frame = sys._getframe()
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    nonce, connection = frame.f_locals["nonce"], frame.f_locals["self"].connection
    reply = sys.modules["guest.wire"].encode({"outcome": "defined", "found": [[1]]})
    connection.send(4, 0, nonce, reply)


FORGED = forge()


def initialize_with_zeros(dim):
    return FORGED
