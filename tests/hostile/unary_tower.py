"""Stacks four thousand signs in a short file: threads with little stack crash on it."""
# kind: source
# exercise: softmax
# must: unreadable
# says: nested too deep
# repeat: @MINUS@ 4000 -


def softmax(x):
    return @MINUS@x
