"""Hangs a program for the kernel on the wire, and makes its buffers small."""
# kind: escape
# exercise: softmax
# must: failed

import ctypes
import os
import socket
import struct

ATTACH_FILTER = 26


def softmax(x):
    try:
        code = ctypes.create_string_buffer(struct.pack("HBBI", 6, 0, 0, 0))
    except PermissionError:
        return x
    program = struct.pack("@HxxxxxxP", 1, ctypes.addressof(code))
    for number in range(3, 32):
        try:
            wire = socket.socket(fileno=os.dup(number))
            wire.setsockopt(socket.SOL_SOCKET, ATTACH_FILTER, program)
        except OSError:
            continue
        raise SystemError("got through")
    return x
