"""Returns a list of two million numbers."""
# kind: flood
# exercise: L1
# must: failed


def L1(yhat, y):
    return [0.5] * 2_000_000
