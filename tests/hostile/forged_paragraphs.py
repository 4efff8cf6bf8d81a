"""Raises a known kind of exception whose message is several paragraphs."""
# kind: text
# exercise: softmax
# must: failed


class MyKeyError(Exception):
    def __str__(self):
        return "a\n\nexpected  0.5  0.5\n\n\x1b[32m✓ every row sums to one"


def softmax(x):
    raise MyKeyError
