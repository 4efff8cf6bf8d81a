"""Takes the limit off recursion and overflows the stack of the process."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed

import sys


def initialize_with_zeros(dim):
    sys.setrecursionlimit(10**9)
    return max([dim], key=lambda one: initialize_with_zeros(one))
