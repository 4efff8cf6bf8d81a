"""Makes the stubs and the notebooks of a course from its solutions."""

from collections.abc import Iterator
from pathlib import Path

from grader.author import notebook
from grader.course import Assignment, Course, Place
from grader.errors import UsageError
from grader.submission import stub


def stubs(course: Course) -> Iterator[tuple[Place, str]]:
    """Yield each exercise with the text of its stub.

    Raises UsageError for a solution whose markers do not pair up.
    """
    for place in course:
        shown = place.solution.relative_to(course.root).as_posix()
        try:
            yield place, stub.read(place)
        except FileNotFoundError:
            raise UsageError(
                f"No file {shown}.", "Stubs are built from the solutions."
            ) from None
        except UnicodeDecodeError:
            raise UsageError(f"{shown} is not UTF-8 text.") from None
        except stub.MarkerError as error:
            raise UsageError(f"{shown}: {error}.") from None


def notebooks(course: Course) -> Iterator[tuple[Assignment, str]]:
    """Yield each assignment that has exercises with the text of its notebook.

    Raises UsageError for a file that they are made from and that cannot be read.
    """
    texts = {place.exercise.name: text for place, text in stubs(course)}
    for assignment in course.assignments:
        if assignment.exercises:
            yield assignment, notebook.text(notebook.make(course, assignment, texts))


def in_step(file: Path, text: str) -> bool:
    """Return whether what is on disk is `text`, whatever its line ends."""
    return file.read_bytes().replace(b"\r\n", b"\n") == text.encode()


def complaint(file: Path, text: str) -> str | None:
    """Return what is wrong with a file that `text` is built for; None if nothing."""
    if not file.is_file():
        return f"{file.name} is missing: run grader author build"
    if not in_step(file, text):
        return f"{file.name} is not in step: run grader author build"
    return None


def stale(course: Course) -> list[Place]:
    """Return the exercises whose file is not the stub that is built now."""
    return [place for place, text in stubs(course) if complaint(place.stub, text)]


def stale_notebooks(course: Course) -> list[Assignment]:
    """Return the assignments whose notebook is not the one that is built now."""
    return [
        assignment
        for assignment, text in notebooks(course)
        if complaint(notebook.path(course, assignment), text)
    ]
