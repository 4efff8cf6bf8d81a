"""Marked places are found with file and line."""

from grader.author import marks, new
from grader.course import load


def test_every_place_is_found(write_course):
    """Each mark of the files and of the entry is told, and of no other exercise."""
    course = load(write_course("double"))
    place, _ = new.new(course, "f", None, "x", slow=True)
    new.new(load(course.root), "g", None, "x", slow=False)
    said = marks.left(place)
    count = sum(
        file.read_text("utf-8").count(marks.MARK)
        for file in course.root.glob("*/**/*f.py")
    )
    assert len(said) == count + 3
    assert said[0] == (
        "solutions/basics/f.py:3: still to fill in: the statement: what it is for, "
        "the formula, an example worked by hand"
    )
    assert said[-3].startswith("exercises/course.toml:")
    assert said[-3].endswith(": still to fill in: what to think about")
    assert not marks.left(course.places["double"])


def test_quotes_are_no_part_of_what_is_asked(write_course):
    """What closes a docstring or a hint on the mark's line is left out."""
    course = load(write_course("double"))
    place = course.places["double"]
    place.visible.write_text('"""FILL IN: this"""\n# FILL IN: that \n', "utf-8")
    assert [mark.asked for mark in marks.marked(place)] == ["this", "that"]


def test_files_that_cannot_be_read_have_no_marks(write_course):
    """A missing file is told of by others; text that is no UTF-8 is looked through."""
    course = load(write_course("double"))
    place = course.places["double"]
    place.solution.unlink()
    place.hidden.write_bytes(b"# \xe9\n# FILL IN: it\n")
    assert marks.left(place) == [
        "tests/hidden/basics/test_double.py:2: still to fill in: it"
    ]
