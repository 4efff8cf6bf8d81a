"""Calls itself without an end."""
# kind: exit
# exercise: softmax
# must: failed
# says: without an end


def softmax(x):
    return softmax(x)
