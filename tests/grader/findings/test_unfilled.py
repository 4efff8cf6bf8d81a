"""What a function leaves as None is told in one finding."""

from handed import notebook

from grader.findings import unfilled
from grader.submission.cells import parse
from grader.submission.extract import extract


def found(body):
    """Return the findings in a function of this body, in the second cell."""
    text = "x = 1\ndef f(x):\n" + "\n".join("    " + one for one in body.split("\n"))
    source = parse(notebook([("markdown", "a"), ("code", text)]), "w.ipynb")
    return list(unfilled.find(extract(source, ("f",)), "w.ipynb"))


def test_nothing_is_left():
    """A function without such names has no finding."""
    assert found("a = 1\nreturn a") == []


def test_names():
    """Names are listed in order; the first is marked."""
    (one,) = found("a = 1\nb = None\nreturn a + b")
    assert one.message == "`b` is still None in `f`."
    assert (one.cell, one.line, one.column, one.width) == (2, 4, 5, 8)
    assert (one.evidence, one.rule) == ("case", "still-none")
    (one,) = found("a = None\nb, c = None\nreturn a, b + c")
    assert one.message == "`a`, `b` and `c` are still None in `f`."
