"""Holds an integer that Python reads in an instant and refuses to write out."""
# exercise: softmax
# must: failed
# repeat: @F@ 8000 f


def softmax(x):
    return 0x@F@
