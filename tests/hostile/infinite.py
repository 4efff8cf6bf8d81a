"""Returns infinity, in the hope that the gap overflows."""
# kind: forged value
# exercise: L1
# must: failed
# says: not finite


def L1(yhat, y):
    return float("inf")
