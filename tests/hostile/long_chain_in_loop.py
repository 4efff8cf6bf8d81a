"""Loops over a sum of six hundred terms."""
# kind: source
# exercise: softmax
# must: failed, unreadable, loops
# repeat: @TERM@ 600 +0


def softmax(x):
    for _ in x @TERM@:
        pass
    return x
