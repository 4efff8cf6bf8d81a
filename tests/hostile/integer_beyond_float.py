"""Returns an integer that crosses but is larger than any float."""
# kind: forged value
# exercise: L1
# must: failed


def L1(yhat, y):
    return 10**2000
