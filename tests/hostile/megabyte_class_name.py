"""Returns and raises objects whose class names are a megabyte long."""
# kind: text
# exercise: softmax
# must: failed

NAME = "passed\n" * 200_000
SEEN = []


def softmax(x):
    SEEN.append(1)
    if len(SEEN) % 2:
        return type(NAME, (), {})()
    raise type(NAME, (Exception,), {})(NAME)
