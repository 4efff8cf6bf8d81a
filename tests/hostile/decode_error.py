"""Raises Unicode errors over bytes by the megabyte, with reasons of its own."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise UnicodeDecodeError("\x1b[2Jutf-8", b"\xff" * 5_000_000, 0, 5_000_000, "\n::error::" * 999)
