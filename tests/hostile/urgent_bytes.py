"""Sends a byte out of band over the wire, and a message with a header of its own."""
# kind: escape
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.2

import os
import socket


def initialize_with_zeros(dim):
    for number in range(3, 32):
        try:
            wire = socket.socket(fileno=os.dup(number))
        except OSError:
            continue
        for send in (
            lambda: wire.send(b"!", socket.MSG_OOB),
            lambda: wire.recv(1, socket.MSG_OOB | socket.MSG_DONTWAIT),
            lambda: wire.sendmsg([b"grd1"], [], socket.MSG_OOB),
        ):
            try:
                send()
            except PermissionError:
                continue
            raise SystemError("got through")
    return dim
