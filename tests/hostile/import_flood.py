"""Prints without an end while it is loaded."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed
# says: printed more than


def shout():
    while True:
        print("x" * 10_000)


LOUD = shout()


def initialize_with_zeros(dim):
    return LOUD
