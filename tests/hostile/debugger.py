"""Stops in the debugger."""
# exercise: softmax
# must: failed


def softmax(x):
    breakpoint()
    return x
