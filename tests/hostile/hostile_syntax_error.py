"""Raises a SyntaxError with a file, a line and a text of its own choice."""
# kind: text
# exercise: softmax
# must: failed


class Line:
    __index__ = lambda self: 1
    __bool__ = lambda self: True


def softmax(x):
    error = SyntaxError("passed", ("/etc/passwd", 1, 1, "root"))
    error.lineno = Line()
    raise error
