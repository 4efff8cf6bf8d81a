"""Has a signature that never ends being looked up."""
# kind: hang
# exercise: softmax
# must: failed
# timeout: 0.2
# says: did not end

import inspect


class Endless(inspect.Signature):
    @property
    def parameters(self):
        while True:
            pass


def softmax():
    return 0


softmax.__signature__ = Endless()
