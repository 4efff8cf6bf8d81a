"""Begins as a file in UTF-16 does."""
# kind: source
# exercise: softmax
# must: unreadable
# says: not UTF-8
# start: \udcff\udcfe


def softmax(x):
    return x
