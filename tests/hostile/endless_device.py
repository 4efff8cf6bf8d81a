"""Reads a device that never ends."""
# exercise: softmax
# must: failed
# timeout: 0.5


def softmax(x):
    return open("/dev/urandom", "rb").read()
