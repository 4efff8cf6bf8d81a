"""Waits for somebody to type the answer."""
# exercise: softmax
# must: failed


def softmax(x):
    return input("answer? ")
