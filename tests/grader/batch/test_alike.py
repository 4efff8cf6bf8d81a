"""Who is alike: groups of two and more, of those who are in the class."""

import pytest

from grader.batch.alike import Groups
from grader.batch.gradebook import Gradebook, Known, Row
from grader.batch.roll import NOTE, Roll
from grader.render.alike import Group
from grader.verdict import Alike

NAMES = ("softmax", "L1")
PRINTS = {
    "anna": {"softmax": "a", "L1": "x"},
    "bea": {"softmax": "a", "L1": "y"},
    "carl": {"softmax": "b", "L1": "y"},
    "dora": {"softmax": "b"},
    "emil": {"softmax": "b", "L1": ""},
    "fred": {"softmax": "c", "L1": ""},
    "gone": {"softmax": "c", "L1": "x"},
}
STATEMENTS = {"a": 2, "b": 8, "c": 3, "x": 1, "y": 1, "": 0}


@pytest.fixture
def book(tmp_path):
    """Yield a gradebook; one of those in it is no longer in the class."""
    with Gradebook(tmp_path) as book:
        ids = tuple(one for one in PRINTS if one != "gone")
        book.note(NOTE, Roll("Course", 7, NAMES, {}, ids).encoded())
        for one, prints in PRINTS.items():
            known = {
                name: Known("", "", print_, STATEMENTS[print_], b"{}")
                for name, print_ in prints.items()
            }
            book.record(Row(one, one, "", ""), known)
        yield book


def test_groups(book):
    """Each exercise has its groups, the largest first; one alone is none."""
    assert Groups(book, NAMES).all() == (
        Alike(exercise="softmax", submissions=("carl", "dora", "emil"), statements=8),
        Alike(exercise="softmax", submissions=("anna", "bea"), statements=2),
        Alike(exercise="L1", submissions=("bea", "carl"), statements=1),
    )


def test_groups_of_one(book):
    """A submission has its groups in the order of the exercises."""
    groups = Groups(book, NAMES)
    assert groups.of("carl") == [Group("softmax", 1, 3, 8), Group("L1", 1, 2, 1)]
    assert groups.of("bea") == [Group("softmax", 2, 2, 2), Group("L1", 1, 2, 1)]
    assert groups.of("fred") == groups.of("nobody") == []


def test_exercises_that_are_not_asked_for(book):
    """Verdicts of other exercises, which are still on record, count for nothing."""
    assert [one.exercise for one in Groups(book, ("L1",)).all()] == ["L1"]
