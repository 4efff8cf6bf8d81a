"""Takes memory piece by piece, and holds on when it is refused."""
# kind: flood
# exercise: softmax
# must: failed
# timeout: 0.3

KEPT = []


def softmax(x):
    while True:
        try:
            KEPT.append(bytearray(50 << 20))
        except MemoryError:
            return x
