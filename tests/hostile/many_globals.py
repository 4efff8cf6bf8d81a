"""Declares a name global ten thousand times."""
# kind: source
# exercise: softmax
# must: failed
# repeat: @GLOBAL@ 10000     global a\n


def softmax(x):
@GLOBAL@
    return x
