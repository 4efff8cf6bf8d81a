"""Overflows the stack in C, where Python does not count."""
# kind: exit
# exercise: initialize_with_zeros
# must: failed

import itertools


def initialize_with_zeros(dim):
    deep = iter(())
    for _ in range(300_000):
        deep = itertools.chain(deep, ())
    return next(deep, dim)
