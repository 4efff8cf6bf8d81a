"""Raises an exception whose message moves the cursor and recolours the screen."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    raise ValueError("\x1b[2J\x1b[1;1H\x1b]8;;http://example.org\x07passed\x9b31m\x07")
