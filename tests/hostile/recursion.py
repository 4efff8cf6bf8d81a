"""Calls itself without an end."""
# exercise: softmax
# must: failed
# says: without an end


def softmax(x):
    return softmax(x)
