"""Assigns one value to forty thousand names."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @NAME@ 40000 a=


def softmax(x):
    @NAME@0
    return x
