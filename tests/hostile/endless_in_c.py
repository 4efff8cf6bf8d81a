"""Keeps the interpreter's lock for ever in one big multiplication."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end


def softmax(x):
    big = 7 ** (10**7)
    return big**1000
