"""Returns ninety thousand dicts, small on the wire and large in memory."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed


def initialize_with_zeros(dim):
    return [{} for _ in range(90_000)]
