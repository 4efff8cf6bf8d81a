"""Raises an exception with notes and arguments by the megabyte, full of escapes."""
# kind: text
# exercise: softmax
# must: failed


class Loud(ValueError):
    __notes__ = ["\x1b[2J\n::error::passed\n" * 100_000]
    __repr__ = lambda self: "\x1b]0;owned\x07" * 1_000_000


def softmax(x):
    error = Loud("a" * 1_000_000, "\x1b[31m" * 1_000_000, Loud("inner"))
    error.add_note = error.__notes__ = 7
    error.__cause__ = error.__context__ = Loud("b" * 1_000_000)
    raise error
