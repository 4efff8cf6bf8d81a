"""Raises an exception whose type has no name and whose message is empty."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise type("", (Exception,), {"__str__": lambda self: ""})
