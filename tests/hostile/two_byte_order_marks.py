"""Begins with two byte order marks, of which one is the file's."""
# kind: source
# exercise: softmax
# must: unreadable
# says: U+FEFF
# start: \ufeff\ufeff


def softmax(x):
    return x
