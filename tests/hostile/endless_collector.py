"""Has the garbage collector call a function that never ends."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import gc


def endless(*_):
    while True:
        pass


def softmax(x):
    gc.callbacks.append(endless)
    gc.set_threshold(1)
    return [[] for _ in range(9)]
