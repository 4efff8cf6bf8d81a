"""Returns a function instead of a value, to be called by whoever compares."""
# kind: forged value
# exercise: softmax
# must: failed
# says: a value of type `function`


def softmax(x):
    return lambda: x
