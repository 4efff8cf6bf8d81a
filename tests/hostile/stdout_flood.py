"""Prints two hundred megabytes."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed
# says: printed more than


def initialize_with_zeros(dim):
    for _ in range(200):
        print("x" * 1_000_000)
    return dim
