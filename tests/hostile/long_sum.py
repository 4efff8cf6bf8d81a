"""Adds two thousand terms in one expression."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @TERM@ 2000 +0


def softmax(x):
    return x @TERM@
