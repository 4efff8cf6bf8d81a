"""Defines the function and deletes it again."""
# kind: exit
# exercise: softmax
# must: failed, missing


def softmax(x):
    return x


del softmax
