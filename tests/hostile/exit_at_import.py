"""Ends the process with success while the file is loaded."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed
# says: ended the whole Python process

import os


def initialize_with_zeros(dim, status=os._exit(0)):
    return dim
