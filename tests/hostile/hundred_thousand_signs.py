"""Puts a hundred thousand minus signs before a number."""
# kind: source
# exercise: softmax
# must: unreadable, failed
# repeat: @MINUS@ 100000 -


def softmax(x):
    return @MINUS@x
