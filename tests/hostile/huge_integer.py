"""Returns an integer of fifty thousand digits as the answer."""
# kind: forged value
# exercise: L1
# must: failed


def L1(yhat, y):
    return 10**50_000
