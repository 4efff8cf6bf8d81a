"""Prints without an end while it is loaded."""
# kind: flood
# exercise: softmax
# must: failed
# says: printed more than


def shout():
    while True:
        print("x" * 10_000)


LOUD = shout()


def softmax(x):
    return LOUD
