"""Returns a hundred and thirty-five million characters."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed


def initialize_with_zeros(dim):
    return "0" * 135_000_000
