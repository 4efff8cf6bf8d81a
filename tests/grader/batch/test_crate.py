"""A course as content."""

import pytest

from grader import course as courses
from grader.batch import crate, keys
from grader.errors import UsageError


def test_what_arrives_judges_alike(write_course, tmp_path):
    """A course that was unpacked elsewhere has the keys of the one that was packed."""
    course = courses.load(write_course("double", "triple"))
    course.root.joinpath("data").mkdir()
    course.root.joinpath("data/numbers.txt").write_text("1 2 3")
    crate.pack(course).unpack(tmp_path / "other")
    other = courses.load(tmp_path / "other")
    assert keys.of_exercises(other, other.places, 7, "auto") == keys.of_exercises(
        course, course.places, 7, "auto"
    )
    assert (tmp_path / "other/data/numbers.txt").read_text() == "1 2 3"


def test_what_is_left_out(write_course):
    """Notebooks, compiled files and what is hidden stay where they are."""
    root = write_course("double")
    for name in ("exercises/basics.ipynb", "tests/hidden/x.pyc", "solutions/.secret"):
        root.joinpath(name).write_text("x")
    root.joinpath("tests/hidden/__pycache__").mkdir()
    root.joinpath("tests/hidden/__pycache__/y.py").write_text("x")
    root.joinpath("README.md").write_text("x")
    assert sorted(crate.pack(courses.load(root)).files) == [
        "exercises/course.toml",
        "solutions/basics/double.py",
        "tests/hidden/basics/test_double.py",
        "tests/visible/basics/test_double.py",
    ]


def test_a_course_that_is_too_large(write_course, monkeypatch):
    """A course is refused that no worker is to be sent."""
    monkeypatch.setattr(crate, "MOST", 1 << 20)
    root = write_course("double")
    root.joinpath("data").mkdir()
    root.joinpath("data/large.bin").write_bytes(b"x" * (2 << 20))
    with pytest.raises(UsageError) as refused:
        crate.pack(courses.load(root))
    assert refused.value.message == f"The course in {root} holds more than 1 MB."
