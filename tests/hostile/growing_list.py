"""Takes memory piece by piece, and holds on when it is refused."""
# kind: flood
# exercise: initialize_with_zeros
# must: failed
# timeout: 0.3

KEPT = []


def initialize_with_zeros(dim):
    while True:
        try:
            KEPT.append(bytearray(50 << 20))
        except MemoryError:
            return dim
