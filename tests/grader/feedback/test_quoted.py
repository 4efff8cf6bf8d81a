"""A quoted line: what is marked in it is shown, wherever it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.feedback.quoted import MAX_LINE, quoted


@pytest.mark.parametrize(
    ("text", "start", "end", "rows"),
    [
        ("    return x + y\n", 11, 16, ["   7 | return x + y", "     |        ^^^^^"]),
        ("    return x", 0, 0, ["   7 | return x"]),
        ("    f(x)", 4, 8, ["   7 | f(x)"]),
        ("    f(x,", 6, 1 << 20, ["   7 | f(x,", "     |   ^^"]),
        ("\tx = \ty(1)", 6, 10, ["   7 | x =     y(1)", "     |         ^^^^"]),
        ("  é = y(1)", 7, 11, ["   7 | é = y(1)", "     |     ^^^^"]),
        ("s = '中文' + x", 15, 16, ["   7 | s = '中文' + x", "     |              ^"]),
        ("x\x1b[31m = y(1)", 9, 13, ["   7 | x [31m = y(1)", "     |          ^^^^"]),
        ("x = 1", 90, 95, ["   7 | x = 1"]),
        ("x = 1", 3, 2, ["   7 | x = 1"]),
        ("", 0, 5, ["   7 | "]),
    ],
)
def test_what_is_marked(text, start, end, rows):
    """The mark stands below its characters, counted in bytes as Python counts."""
    assert quoted(7, text, start, end) == rows


@given(st.text(max_size=400), st.integers(0, 1 << 20), st.integers(0, 1 << 20))
def test_any_line_and_mark_are_bounded(text, start, end):
    """No text and no columns make more than two short rows."""
    rows = quoted(1, text, start, end)
    assert 1 <= len(rows) <= 2
    assert len(rows[0]) <= MAX_LINE + 7
    assert "\n" not in rows[0]


@given(st.integers(0, 600), st.integers(1, 30))
def test_of_a_long_line_what_is_marked_is_shown(before, length):
    """A long line is cut around its mark, and says so."""
    text = "a" * before + "b" * length + "c" * 300
    row, mark = quoted(1, text, before, before + length)
    at = mark.index("^")
    assert row[at : at + mark.count("^")] == "b" * length
    assert len(row) <= MAX_LINE + 7
    assert "…" in row
