"""The table: cells come back as they were, and no spreadsheet computes one."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from grader.render.alike import Group
from grader.render.spreadsheet import guarded, render


def nobody(_):
    """Return no group."""
    return []


def read(text):
    """Return the rows that a reader of CSV sees."""
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_row_a_submission(make):
    """Points and verdicts stand in the order of the exercises; gaps are empty."""
    names = ["sigmoid", "softmax", "L1"]
    text = "".join(render([make("all passed")], names, nobody))
    head, row = read(text)
    assert head[:4] == ["submission", "points", "max_points", "sigmoid"]
    assert row == ["alice", "20", "20", "10", "passed", "10", "passed", "", "", "", ""]


def test_who_is_alike(make):
    """The last columns have the groups; what proves nothing stands apart."""
    groups = [Group("softmax", 2, 7, 3), Group("model", 1, 2, 14)]
    head, row = read("".join(render([make("all passed")], [], lambda _: groups)))
    assert dict(zip(head[3:], row[3:], strict=True)) == {
        "alike": "model group 1: 2 alike, 14 statements",
        "alike, short answers": "softmax group 2: 7 alike, 3 statements",
    }


@pytest.mark.parametrize(
    "begin", ["=cmd|' /C calc'!A0", "+1", "-1", "@a", "\t=1", "\r=1"]
)
def test_formulas_are_guarded(make, begin):
    """An id that begins like a formula is text."""
    one = make("passed")
    one = replace(one, submission=replace(one.submission, id=begin))
    cell = read("".join(render([one], [], nobody)))[1][0]
    assert cell == f"'{begin}"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_id_comes_back(text):
    """What is guarded is the text itself, after at most one quote."""
    line = io.StringIO()
    csv.writer(line).writerow([guarded(text), "1"])
    cell, _ = read(line.getvalue())[0]
    assert cell in {text, f"'{text}"}
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
