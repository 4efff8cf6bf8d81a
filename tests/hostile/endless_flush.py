"""Replaces stdout by an object whose flush never ends."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import sys


class Stuck:
    def write(self, text):
        return len(text)

    def flush(self):
        while True:
            pass


def softmax(x):
    sys.stdout = sys.__stdout__ = Stuck()
    return x
