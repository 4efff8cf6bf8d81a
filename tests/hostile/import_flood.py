"""Prints without an end while it is loaded."""
# exercise: softmax
# must: failed
# says: printed more than


def shout():
    while True:
        print("x" * 10_000)


LOUD = shout()


def softmax(x):
    return LOUD
