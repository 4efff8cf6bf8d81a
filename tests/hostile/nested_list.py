"""Returns a list in a list in a list, a hundred thousand deep."""
# kind: forged value
# exercise: softmax
# must: failed
# says: too deep


def softmax(x):
    result = x
    while result is not None:
        inner, result = result, None
        for _ in range(100_000):
            inner = [inner]
    return inner
