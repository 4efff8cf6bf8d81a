"""Raises at the bottom of nine hundred calls."""
# kind: text
# exercise: softmax
# must: failed


def down(depth):
    if depth == 0:
        raise ValueError("at the bottom")
    down(depth - 1)


def softmax(x):
    down(900)
