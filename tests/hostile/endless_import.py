"""Never finishes loading."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end


def wait():
    while True:
        pass


READY = wait()


def softmax(x):
    return READY
