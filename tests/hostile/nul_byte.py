"""Holds a NUL, where C stops reading and Python may not."""
# kind: source
# exercise: softmax
# must: unreadable
# repeat: @NUL@ 1 \x00


def softmax(x):
    return x  # @NUL@


def other():
    pass
