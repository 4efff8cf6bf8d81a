"""Raises an exception that is its own cause."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    raise first
