"""Reads from address zero."""
# exercise: initialize_with_zeros
# must: failed
# says: Python process

import ctypes


def initialize_with_zeros(dim):
    return ctypes.string_at(0)
