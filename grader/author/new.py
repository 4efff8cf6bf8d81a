"""A new exercise: named, written, and put into its course, or nothing of it."""

from collections.abc import Sequence
from typing import NamedTuple

from grader import course as courses
from grader.author import entry, names, scaffold
from grader.author.entry import Entry
from grader.author.written import Written, written
from grader.course import COURSE_FILE, Course, Place
from grader.errors import UsageError


class Wanted(NamedTuple):
    """An exercise to be written: its files by path, its entry in course.toml."""

    files: dict[str, str]
    entry: Entry


def new(
    course: Course, name: str, assignment: str | None, arguments: str, *, slow: bool
) -> tuple[Place, list[str]]:
    """Write a new exercise; return its place and the paths of the files written.

    Raises UsageError, having written nothing, for a name that cannot be or is taken.
    """
    refuse_kit(course)
    names.check_exercise(name, course)
    folder = assignment if assignment is not None else _last(course)
    names.check_assignment(folder, course)
    parameters, found = names.parameters(arguments, name)
    shape = scaffold.Shape(name, parameters, tuple(found))
    texts = scaffold.files(shape, folder, slow=slow)
    wanted = Wanted(texts, Entry(name, scaffold.HINTS))
    with written(course.root) as files:
        grown = put(files, course, folder, _title(folder), [wanted])
    return grown.places[name], list(texts)


def put(
    files: Written, course: Course, assignment: str, title: str, all_: Sequence[Wanted]
) -> Course:
    """Write exercises and their entries, course.toml last; return the course grown."""
    for wanted in all_:
        files.refuse_taken(wanted.files)
    path = course.root / COURSE_FILE
    text = path.read_bytes().decode("utf-8")
    for wanted in all_:
        text = entry.add(text, assignment, title, wanted.entry)
        for name, content in wanted.files.items():
            files.file(name, content)
    files.replace(path, text.encode("utf-8"))
    return courses.load(course.root)


def refuse_kit(course: Course) -> None:
    """Raise UsageError for a course whose solutions are kept elsewhere."""
    if course.places and not (course.root / "solutions").is_dir():
        raise UsageError(
            "This folder has no solutions/: it is a student kit.",
            "Exercises are added in the folder of the course itself.",
        )


def _last(course: Course) -> str:
    if not course.assignments:
        raise UsageError(
            "The course has no assignment yet.", "Name its first: --assignment NAME"
        )
    return course.assignments[-1].name


def _title(assignment: str) -> str:
    words = assignment.replace("_", " ").strip()
    return words[:1].upper() + words[1:]
