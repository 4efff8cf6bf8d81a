"""Calls a supplied function without an end."""
# kind: hang
# exercise: propagate
# must: failed
# timeout: 0.2
# says: did not end


def propagate(w, b, X, Y):
    while True:
        sigmoid(0)
