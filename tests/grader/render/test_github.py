"""Workflow commands: marks where they belong, and nothing that a student commands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from workflow_commands import read

from grader.render.github import Level, Mark, command, render
from grader.render.text import printable

TOKEN = "0123456789abcdef"  # noqa: S105 - not a secret


def marks(result, where=None):
    """Return the commands that a result comes to."""
    return read("".join(render([result], TOKEN, where)))


def test_a_loop_is_marked(make, where):
    """A loop is a warning on its lines, with what to do instead."""
    (mark,) = marks(make("loops"), where)
    assert mark.name == "warning"
    assert mark.properties == {
        "file": "exercises/basics/softmax.py",
        "line": "36",
        "endLine": "38",
        "title": "softmax",
    }
    assert mark.message.startswith("explicit-loop: a `for` loop over ")
    assert "\nhelp: " in mark.message


def test_a_failure_is_marked(make, where):
    """A failure is an error at the function; a crash is one at its line."""
    (mark,) = marks(make("misconception"), where)
    assert (mark.name, mark.properties["line"]) == ("error", "22")
    assert mark.message.endswith("Look at its axis and keepdims arguments.")
    (mark,) = marks(make("crashed"), where)
    assert (mark.name, mark.properties["line"]) == ("error", "36")


@pytest.mark.parametrize(
    ("name", "levels"),
    [
        ("passed", []),
        ("passed with advice", ["notice"]),
        ("not started", ["notice"]),
        ("missing", ["error"]),
        ("import not allowed", ["error"]),
        ("broken exercise", ["error"]),
    ],
)
def test_levels(make, where, name, levels):
    """Each kind of verdict has its level; a right answer has no mark."""
    assert [mark.name for mark in marks(make(name), where)] == levels


def test_in_a_class_the_student_is_named(make):
    """Without a place a mark names the submission."""
    (mark,) = marks(make("values"))
    assert mark.properties == {"title": "alice: softmax"}


def test_a_line_of_a_cell_is_none_of_the_file(make):
    """A finding in a notebook is told with its cell, not marked on a line."""
    one = make("loops")
    (exercise,) = one.exercises
    finding = replace(exercise.findings[0], cell=3)
    one = replace(one, exercises=(replace(exercise, findings=(finding,)),))
    (mark,) = marks(one)
    assert "line" not in mark.properties
    assert mark.message.startswith("cell 3, line 36: ")


def test_no_more_than_ten_of_a_kind(make):
    """Ten errors are marked; how many more there are is said."""
    text = "".join(render([make("values")] * 12 + [make("loops")] * 11, TOKEN))
    names = [mark.name for mark in read(text)]
    assert (names.count("error"), names.count("warning")) == (10, 10)
    last = text.splitlines()[-1]
    assert last == (
        "Not marked, because GitHub shows 10 of a kind: 2 errors, 1 warning more."
    )


EVIL = (
    "::error::injected",
    "\n::error::injected",
    "\r::add-mask::x",
    "%0A::error::injected",
    "x,line=1::error::injected",
    "##[error]injected",
    "\n  ::set-output name=a::b",
    "\u2028::error::injected",
    f"\n::{TOKEN[:-1]}::\n::error::injected",
)


@pytest.mark.parametrize("evil", EVIL)
def test_injection(make, evil):
    """Whatever a student writes, there is the one mark that is ours."""
    one = make("values")
    (exercise,) = one.exercises
    case = replace(exercise.cases[1], name=evil, message=evil, stdout=f"{evil}\n{evil}")
    exercise = replace(exercise, cases=(case,), message=f"It differs. {evil}")
    submission = replace(one.submission, id=evil, path=evil)
    one = replace(one, submission=submission, exercises=(exercise,))
    (mark,) = marks(one)
    assert mark.name == "error"
    assert mark.message == printable(f"It differs. {evil}")
    assert mark.properties == {"title": printable(f"{evil}: softmax")}


@given(st.text(), st.text(min_size=1))
def test_commands_come_back(message, title):
    """A command is one line, and says what it was given as it is shown."""
    line = command(Mark(Level.ERROR, title, message, file=title, line=3))
    assert line.count("\n") == 1
    (mark,) = read(line[:-1])
    assert mark.message == printable(message)
    assert mark.properties["title"] == mark.properties["file"] == printable(title)
