"""Holds an integer that Python reads in an instant and refuses to write out."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @F@ 8000 f


def softmax(x):
    return 0x@F@
