"""Replaces the process by another program."""
# kind: escape
# exercise: initialize_with_zeros
# must: failed

import os
import sys


def initialize_with_zeros(dim):
    os.execv(sys.executable, [sys.executable, "-c", "print('passed')"])
