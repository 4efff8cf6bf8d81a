"""Replaces built-in functions that a comparison might use."""
# kind: cheat
# exercise: initialize_with_zeros
# must: failed

import builtins

import numpy as np


def initialize_with_zeros(dim):
    builtins.all = builtins.any = builtins.isinstance = lambda *_: True
    builtins.abs = builtins.max = builtins.float = lambda *_: 0.0
    builtins.AssertionError = ValueError
    return np.ones((dim, 1)), 0.0
