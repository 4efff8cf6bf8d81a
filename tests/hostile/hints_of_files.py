"""Keeps a number for the next guest in the hints that the kernel has for each file."""
# kind: escape
# exercise: softmax
# must: failed

import fcntl
import os
import struct

import numpy as np

GET_HINT, SET_HINT, SET_HINT_OF_OPEN_FILE = 1035, 1036, 1038


def softmax(x):
    for path in (np.__file__, os.__file__):
        number = os.open(path, os.O_RDONLY)
        for asked in (SET_HINT, SET_HINT_OF_OPEN_FILE):
            try:
                fcntl.fcntl(number, asked, struct.pack("Q", 0))
            except OSError:
                continue
            raise SystemError(f"got through: {asked}")
    return x
