"""Stubs are built from solutions, and the repository's own are in step."""

from pathlib import Path

import pytest

from grader.author.build import notebooks, stale, stale_notebooks, stubs
from grader.author.notebook import path
from grader.course import find_root, load
from grader.errors import UsageError
from grader.submission.stub import BEGIN, ENDS, STARTS


@pytest.fixture
def course(write_course):
    """Return a course of two exercises without any stub."""
    return load(write_course("double", "twice"))


def write(course):
    """Write every stub as it is built now."""
    for place, text in stubs(course):
        place.stub.write_text(text, "utf-8", newline="\n")


def names(places):
    """Return the names of exercises."""
    return [place.exercise.name for place in places]


def test_the_repository_s_stubs_are_in_step():
    """Each file in exercises/ is what its solution gives now."""
    assert names(stale(load(find_root(Path(__file__).parent)))) == []


def test_the_repository_s_notebooks_are_in_step():
    """Each notebook in exercises/ is what its sources give now."""
    assert stale_notebooks(load(find_root(Path(__file__).parent))) == []


def test_notebooks_that_are_missing_or_changed_are_stale(course):
    """A notebook is in step if it is the one that is built, whatever its line ends."""
    file = path(course, course.assignments[0])
    assert [one.name for one in stale_notebooks(course)] == ["basics"]
    ((_, text),) = notebooks(course)
    file.write_bytes(text.replace("\n", "\r\n").encode())
    assert stale_notebooks(course) == []
    file.write_bytes(text.encode() + b"\n")
    assert [one.name for one in stale_notebooks(course)] == ["basics"]


def test_each_exercise_has_a_stub(course):
    """Stubs come in the order of the course, without their answers."""
    built = list(stubs(course))
    assert names(place for place, _ in built) == ["double", "twice"]
    for place, text in built:
        assert f"def {place.exercise.name}(x):" in text
        assert f"    {STARTS}\n    ...\n    {ENDS}\n" in text
        assert "2 * np" not in text


def test_missing_stubs_are_stale(course):
    """An exercise without a file, or with a folder for one, is out of step."""
    assert names(stale(course)) == ["double", "twice"]
    course.places["double"].stub.mkdir()
    assert names(stale(course)) == ["double", "twice"]


def test_written_stubs_are_in_step(course):
    """What was built and written is not stale."""
    write(course)
    assert stale(course) == []


@pytest.mark.parametrize("change", ["# a comment\n", "\n", "\u00e9".encode("latin-1")])
def test_changed_stubs_are_stale(course, change):
    """A file that was changed at all, even to what is no text, is out of step."""
    write(course)
    with course.places["twice"].stub.open("ab") as file:
        file.write(change if isinstance(change, bytes) else change.encode())
    assert names(stale(course)) == ["twice"]


def test_changed_solutions_make_stubs_stale(course):
    """A new statement in the solution is missing in the stub; a new answer is not."""
    write(course)
    solution = course.places["double"].solution
    solution.write_text(solution.read_text().replace("return 2 *", "return 1 + 1 *"))
    assert stale(course) == []
    solution.write_text(solution.read_text().replace("Doubles numbers", "Doubles"))
    assert names(stale(course)) == ["double"]


def test_line_ends_of_another_system_are_in_step(course):
    """A check-out with the line ends of Windows is not out of step."""
    write(course)
    stub = course.places["double"].stub
    stub.write_bytes(stub.read_bytes().replace(b"\n", b"\r\n"))
    assert stale(course) == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "No file solutions/basics/double.py."),
        (b"# \xe9", "solutions/basics/double.py is not UTF-8 text."),
        (b"x = 1\n", f"no `{BEGIN}`: nothing is left for the student to write."),
        (BEGIN.encode(), f"line 1: `{BEGIN}` has no partner."),
    ],
)
def test_solutions_that_cannot_be_built_are_named(course, data, message):
    """A mistake in a solution is told with its path."""
    solution = course.places["double"].solution
    if data is None:
        solution.unlink()
    else:
        solution.write_bytes(data)
    with pytest.raises(UsageError) as caught:
        stale(course)
    assert caught.value.message.endswith(message)
    assert "solutions/basics/double.py" in caught.value.message
