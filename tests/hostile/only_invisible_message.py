"""Raises with a type and a message in which nothing can be seen."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise type("\u200b\u2060", (Exception,), {})("\u200b\u00ad\u2063 \u3164\u2800\x00")
