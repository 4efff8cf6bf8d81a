"""An entry is put into course.toml, and every other byte stays."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.author.entry import Entry, add, quoted
from grader.errors import UsageError

ENTRY = Entry("new", ("one", "two", "three"))
BLOCK = """[[assignments.exercises]]
name = "new"
points = 10
minutes = 10
difficulty = 1
hints = [
  "one",
  "two",
  "three",
]
"""
COURSE = """# The head.
title = "T" # beside

[[assignments]]
name = "a"
title = "A"

# About one.
[[assignments.exercises]]
name = "one"
hints = ['''
[[assignments]]

# no header
''']
[assignments.exercises.tolerance]
rtol = 1e-3 # fine

# About b.
[[assignments]]
name = "b"
title = "B"
# The end.
"""


def test_entry_comes_last_in_its_assignment():
    """Comments above the next header stay with it; strings are no headers."""
    grown = add(COURSE, "a", "", ENTRY)
    assert grown == COURSE.replace("\n# About b.", f"\n{BLOCK}\n# About b.")
    names = [e["name"] for e in tomllib.loads(grown)["assignments"][0]["exercises"]]
    assert names == ["one", "new"]


def test_entry_of_an_empty_assignment():
    """An assignment without exercises gets its first, above what is said at the end."""
    grown = add(COURSE, "b", "", ENTRY)
    assert grown == COURSE.replace("# The end.", f"\n{BLOCK}\n# The end.")


def test_entry_of_a_new_assignment():
    """An assignment that is not there is put at the end, with its title."""
    grown = add(COURSE, "c", 'The "C"', ENTRY)
    assert '\n[[assignments]]\nname = "c"\ntitle = "The \\"C\\""\n\n' + BLOCK in grown
    assert tomllib.loads(grown)["assignments"][2]["title"] == 'The "C"'


def test_line_ends_of_another_system_stay():
    """A file with the line ends of Windows keeps them, the entry's too."""
    grown = add(COURSE.replace("\n", "\r\n"), "a", "", ENTRY)
    assert "\n" not in grown.replace("\r\n", "")
    assert grown.replace("\r\n", "\n") == add(COURSE, "a", "", ENTRY)


@pytest.mark.parametrize(
    "text",
    ['title = "T"\nassignments = []', 'assignments = [{ name = "a", title = "" }]'],
)
def test_inline_assignments_have_no_place(text):
    """A file whose assignments are no tables is left alone, in words."""
    with pytest.raises(UsageError) as caught:
        add(text, "a", "A", ENTRY)
    assert "its assignments are not written as tables" in caught.value.message


def test_entry_says_what_is_known():
    """Points, what it uses and what it may import are written when there are any."""
    text = Entry("f", (), 2.5, ("g", "h"), ("scipy",)).text()
    assert "points = 2.5\n" in text
    assert 'uses = ["g", "h"]\nimports = ["scipy"]\n' in text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_quoted(text):
    """What was quoted is read as it was."""
    assert tomllib.loads(f"x = {quoted(text)}")["x"] == text
