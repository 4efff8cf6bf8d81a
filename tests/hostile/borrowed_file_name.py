"""Raises from code compiled under the names of the cases, the solution, a password file."""
# kind: text
# exercise: softmax
# must: failed


def softmax(x):
    name = "solutions/numpy_basics/softmax.py"
    inner = "tests/hidden/numpy_basics/test_softmax.py"
    scope = {}
    exec(compile("\n" * 9 + "def f():\n    raise ValueError('inner')", inner, "exec"), scope)
    exec(compile("\n" * 7 + "f()", "/etc/passwd", "exec"), scope)
    exec(compile("\n" * 30 + "f()", name, "exec"), scope)
