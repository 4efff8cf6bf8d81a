"""Writes the stubs of a course from its solutions."""

from collections.abc import Iterator

from grader.course import Course, Place
from grader.errors import UsageError
from grader.submission import stub


def stubs(course: Course) -> Iterator[tuple[Place, str]]:
    """Yield each exercise with the text of its stub.

    Raises UsageError for a solution whose markers do not pair up.
    """
    for place in course:
        shown = place.solution.relative_to(course.root).as_posix()
        try:
            yield place, stub.make(place.solution.read_text("utf-8"))
        except FileNotFoundError:
            raise UsageError(
                f"No file {shown}.", "Stubs are built from the solutions."
            ) from None
        except UnicodeDecodeError:
            raise UsageError(f"{shown} is not UTF-8 text.") from None
        except stub.MarkerError as error:
            raise UsageError(f"{shown}: {error}.") from None


def in_step(place: Place, text: str) -> bool:
    """Return whether the stub on disk is `text`, whatever its line ends."""
    return place.stub.read_bytes().replace(b"\r\n", b"\n") == text.encode()


def stale(course: Course) -> list[Place]:
    """Return the exercises whose file is not the stub that is built now."""
    return [
        place
        for place, text in stubs(course)
        if not place.stub.is_file() or not in_step(place, text)
    ]
