"""Returns an array of bools where numbers are asked for."""
# kind: forged value
# exercise: softmax
# must: failed


def softmax(x):
    return x == x.max(axis=1, keepdims=True)
