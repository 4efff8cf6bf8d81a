"""Raises SystemExit with an object for a status."""
# kind: exit
# exercise: softmax
# must: failed


class Zero:
    __index__ = __int__ = lambda self: 0
    __str__ = lambda self: "passed"


def softmax(x):
    raise SystemExit(Zero())
