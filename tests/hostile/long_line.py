"""Raises in a line of four hundred thousand characters."""
# kind: text
# exercise: softmax
# must: failed
# repeat: @TEXT@ 400000 x


def softmax(x):
    raise ValueError("@TEXT@")
