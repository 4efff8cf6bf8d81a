"""Joins thirty thousand empty strings by writing them side by side."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @QUOTES@ 30000 ''\x20


def softmax(x):
    return @QUOTES@
