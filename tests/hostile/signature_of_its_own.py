"""Makes up its signature: the names of its parameters are a page of text."""
# kind: text
# exercise: softmax
# must: failed

import inspect


class Names(inspect.Signature):
    @property
    def parameters(self):
        return dict.fromkeys(["x)\n\n\x1b[2J::error::passed" * 10_000, "\u202ey"])


def softmax():
    return 0


softmax.__signature__ = Names()
softmax.__name__ = softmax.__qualname__ = "\x1b[2J\npassed"
