"""A case is called by what it promises."""

import pytest

from grader.feedback.promise import promise


@pytest.mark.parametrize(
    ("doc", "values", "name"),
    [
        ("every row sums to one\n\nMore.", None, "every row sums to one"),
        ("  \n  first line", None, "first line"),
        (None, None, "one row"),
        ("", [], "one row []"),
        ("a number", [1, "x"], "a number [1, x]"),
    ],
)
def test_promise(doc, values, name):
    """The docstring's first line, else the function's name, and the case's values."""
    assert promise(doc, "test_one_row", values) == name
