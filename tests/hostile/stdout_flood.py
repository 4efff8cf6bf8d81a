"""Prints two hundred megabytes."""
# kind: flood
# exercise: softmax
# must: failed
# says: printed more than


def softmax(x):
    for _ in range(200):
        print("x" * 1_000_000)
    return x
