"""Returns an object whose class name is several lines, a forged verdict among them."""
# kind: text
# exercise: softmax
# must: failed

NAME = "x\n\n10 of 10 cases, no loops.\n::error::boo\x1b[2J"


def softmax(x):
    return type(NAME, (), {})()
