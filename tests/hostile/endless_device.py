"""Reads a device that never ends."""
# kind: escape
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.2


def initialize_with_zeros(dim):
    return open("/dev/urandom", "rb").read()
