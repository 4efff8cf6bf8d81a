"""Raises an exception at the end of a chain of ten thousand causes."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    error = None
    for number in range(10_000):
        following = ValueError(number)
        following.__cause__ = following.__context__ = error
        error = following
    raise error
