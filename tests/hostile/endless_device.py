"""Reads a device that never ends."""
# kind: escape
# exercise: softmax
# must: failed
# timeout: 0.2


def softmax(x):
    return open("/dev/urandom", "rb").read()
