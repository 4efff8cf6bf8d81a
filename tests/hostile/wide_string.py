"""Returns text that is four times as large in memory as on the wire."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed


def initialize_with_zeros(dim):
    return "a" * 3_000_000 + "\U0001f600"
