"""Raises an exception with a message of ten million characters."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise ValueError("\u4e2d" * 10_000_000)
