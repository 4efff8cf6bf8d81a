"""Assigns to an attribute of four thousand attributes, in a short file."""
# kind: source
# exercise: softmax
# must: unreadable
# says: nested too deep
# repeat: @CHAIN@ 4000 .a


def softmax(x):
    return x


softmax@CHAIN@ = 1
