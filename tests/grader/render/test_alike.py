"""Words on answers that are alike: they claim no more than is known."""

import pytest

from grader.render.alike import SHORT, Group, cells, sentence
from grader.verdict import Alike


def alike(count, statements):
    """Return a group of so many submissions."""
    ids = tuple(map(str, range(count)))
    return Alike(exercise="f", submissions=ids, statements=statements)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (alike(7, 3), "7 submissions; the answer is short (3 statements)"),
        (alike(1200, 1), "1,200 submissions; the answer is short (1 statement)"),
        (alike(2, SHORT), "2 submissions; the answer is short (5 statements)"),
    ],
)
def test_short_answers(one, said):
    """That short answers are alike proves nothing, and it is said."""
    found = f"Identical after renaming and formatting, {said}, so this proves nothing."
    assert sentence(one) == found


def test_long_answers():
    """That long answers are alike is a reason to look, not a verdict."""
    assert sentence(alike(2, SHORT + 1)) == (
        "Identical after renaming and formatting, 2 submissions; the answer has 6 "
        "statements. Read them side by side: they may also have one source that was "
        "allowed."
    )


def test_cells():
    """The longest answer stands first; short ones have a column of their own."""
    groups = [Group("a", 1, 2, 9), Group("b", 3, 2, 12), Group("c", 1, 4, SHORT)]
    assert cells(groups) == [
        "b group 3: 2 alike, 12 statements; a group 1: 2 alike, 9 statements",
        "c group 1: 4 alike, 5 statements",
    ]
    assert cells([Group("d", 1, 3, 1)]) == ["", "d group 1: 3 alike, 1 statement"]
    assert cells([]) == ["", ""]
