"""Overwrites the interpreter's own objects in memory."""
# kind: escape
# exercise: initialize_with_zeros
# must: failed

import ctypes


def initialize_with_zeros(dim):
    for thing in (int, True, None, len, dict):
        ctypes.memset(id(thing), 0x41, 64)
    return dim
