"""Returns a function instead of a value, to be called by whoever compares."""
# kind: forged value
# exercise: softmax
# must: failed
# says: The returned value is a function


def softmax(x):
    return lambda: x
