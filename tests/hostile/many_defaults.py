"""Has a default of four thousand functions."""
# kind: source
# exercise: softmax
# must: failed, unreadable
# repeat: @P@ 4000 lambda: x,


def softmax(x, *y, z=(@P@)):
    return x
