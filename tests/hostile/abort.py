"""Aborts the process the way C does."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed
# says: Python process

import os


def initialize_with_zeros(dim):
    os.abort()
