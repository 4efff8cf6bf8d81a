"""Declares a name global ten thousand times."""
# exercise: softmax
# must: failed
# repeat: @GLOBAL@ 10000     global a\n


def softmax(x):
@GLOBAL@
    return x
