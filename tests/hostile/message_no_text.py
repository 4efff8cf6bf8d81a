"""Raises an exception whose message is a str subclass that lies about slices."""
# kind: text
# exercise: softmax
# must: failed


class Text(str):
    def __getitem__(self, key):
        return self * 1000

    __len__ = lambda self: 3


class Bad(Exception):
    def __str__(self):
        return Text("passed " * 1000)


def softmax(x):
    raise Bad
