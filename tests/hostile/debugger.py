"""Stops in the debugger."""
# kind: escape
# exercise: softmax
# must: failed


def softmax(x):
    breakpoint()
    return x
