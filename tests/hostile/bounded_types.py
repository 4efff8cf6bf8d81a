"""Bounds eight thousand types in classes of their own, which Python 3.12 is slow at."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @CLASS@ 4000 class A[T: int, *U](B): pass\n


def softmax(x):
    return x


@CLASS@
