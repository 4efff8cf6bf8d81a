"""Raises an exception whose message raises in turn."""
# kind: text
# exercise: softmax
# must: failed


class Bad(Exception):
    def __str__(self):
        raise SystemExit(0)

    __repr__ = __str__


def softmax(x):
    raise Bad
