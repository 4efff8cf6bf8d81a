"""Returns a hundred and forty million characters."""
# exercise: initialize_with_zeros
# must: failed


def initialize_with_zeros(dim):
    return "0" * 140_000_000
