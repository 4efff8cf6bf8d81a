"""Raises groups of exceptions nested a few hundred deep."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    error = ValueError("inside")
    for _ in range(300):
        error = ExceptionGroup("group", [error] * 3)
    raise error
