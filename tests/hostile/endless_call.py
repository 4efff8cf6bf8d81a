"""Never returns."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end


def softmax(x):
    while True:
        pass
