"""Calls sys.exit(0) while the file is loaded."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed

import sys

LEAVE = sys.exit(0)


def initialize_with_zeros(dim):
    return LEAVE
