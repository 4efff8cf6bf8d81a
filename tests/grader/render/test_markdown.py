"""The summary of a job: a table that no text of a student breaks out of."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.render.markdown import plain, render
from grader.render.text import printable


def test_a_table(make):
    """A submission is a heading and a row for each exercise."""
    rows = render([make("several")]).splitlines()
    assert rows[0].startswith("### alice: ")
    assert sum(row.startswith("| ") for row in rows) == 1 + 8
    assert "| sigmoid | ✅ passed | 10 / 10 | 13 of 13 cases, no loops&#46; |" in rows


def test_injection(make):
    """Pipes, backticks, HTML and line breaks stay in their cell."""
    evil = "`|<script>alert(1)</script>\n\n# big ![x](y) [a](b) | c |"
    one = make("values")
    exercise = replace(one.exercises[0], message=evil)
    submission = replace(one.submission, id=evil)
    text = render([replace(one, submission=submission, exercises=(exercise,))])
    assert "<script>" not in text
    assert "![" not in text
    rows = [row for row in text.splitlines() if row]
    assert len(rows) == 4
    assert rows[-1].count("|") == 5


def test_what_does_not_fit_is_counted(make):
    """A summary ends before its limit, and says how many are left out."""
    text = render([make("passed")] * 100, most=1000)
    assert len(text.encode()) < 1100
    shown = text.count("### ")
    assert text.endswith(f"\nand {100 - shown} more that do not fit here.\n")


@given(st.text(max_size=200))
def test_any_text_is_shown_as_it_is(text):
    """What a reader of HTML sees is the text on one line, with nothing marked."""
    found = plain(text)
    assert html.unescape(found) == printable(" ".join(text.split()), 500)
    assert not re.search(r"[`|<>*_\[\]\n]", found)
