"""Decorates a function twenty thousand times."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @D@ 20000 \x40abs\n


@D@def other(x):
    return x


def softmax(x):
    return x
