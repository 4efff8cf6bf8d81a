"""Waits for somebody to type the answer."""
# kind: hang
# exercise: softmax
# must: failed


def softmax(x):
    return input("answer? ")
