"""An author hears of each picture that cannot be drawn from the reference."""

import sys

import pytest

from grader.author import pictures
from grader.course import load
from grader.session.reference import ExerciseError, Reference


@pytest.fixture
def complaints(write_course):
    """Return a function that returns what is wrong with a file of pictures."""

    def start(source):
        root = write_course("double")
        folder = root / "exercises" / "basics" / "pictures"
        folder.mkdir()
        if source is not None:
            folder.joinpath("double.py").write_text(source, "utf-8")
        course = load(root)
        place = course.places["double"]
        return list(pictures.complaints(course, place, Reference(course)))

    return start


GOOD = (
    "def one(figure, double, data, image):\n    'One.'\n"
    "    return figure.subplots().plot([double(3), image.size])\n"
)


@pytest.mark.parametrize("source", [None, GOOD])
def test_nothing_is_wrong(complaints, source):
    """Pictures that can be drawn, or none, are good."""
    assert complaints(source) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return 1 / 0", "picture one: ZeroDivisionError: division by zero"),
        ("from grader.pictures import items; items(double(1), 3)", "picture one: The "),
        ("double('x', 'y')", "picture one: solutions/basics/double.py raised Type"),
        ("from grader.data import find; find(data, ('a',))", "picture one: There is"),
    ],
)
def test_a_picture_that_cannot_be_drawn(complaints, body, said):
    """Whatever a picture ends in is a complaint with its name."""
    (one,) = complaints(f"def one(figure, double, data):\n    'One.'\n    {body}\n")
    assert one.startswith(said)


def test_a_file_without_pictures(complaints):
    """A file that defines none is a complaint, one that does not load an error."""
    assert complaints("x = 1\n") == [
        "exercises/basics/pictures/double.py defines no picture"
    ]


def test_a_file_that_does_not_load(complaints):
    """A file that does not load is the exercise's error."""
    with pytest.raises(ExerciseError, match="does not load"):
        complaints("x = (\n")


def test_without_matplotlib(complaints, monkeypatch):
    """Where matplotlib is missing that is said."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    assert complaints(GOOD) == [
        "its pictures need matplotlib: pip install 'exercise-grader[plot]'"
    ]
