"""Raises an exception whose message and type hold unpaired surrogates."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise type("Odd\ud800", (Exception,), {})("\udcff and \ud800 are not text")
