"""Raises in a line of a hundred thousand characters."""
# kind: text
# exercise: softmax
# must: failed
# repeat: @TEXT@ 100000 x


def softmax(x):
    raise ValueError("@TEXT@")
