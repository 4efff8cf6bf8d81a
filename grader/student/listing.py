"""Where a student stands in a course: one row for each exercise, and the numbers."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from grader.course import Course, Place
from grader.kit import is_kit
from grader.language import marked, say
from grader.progress import Done, Progress, fingerprint
from grader.submission import stub
from grader.submission.files import UnreadableError, read_bytes
from grader.verdict import Status


class Standing(Enum):
    """How an exercise stands on the content that its file has now."""

    PASSED = marked("passed")
    PASSED_HERE = marked("passed here")
    """In a student kit: the instructor's run has more cases."""
    LOOPS = marked("right, but with a loop")
    FAILED = marked("not right yet")
    MISSING = marked("missing")
    UNREADABLE = marked("unreadable")
    NOT_STARTED = marked("not started")
    UNCHECKED = marked("not checked yet")
    CHANGED = marked("changed since the last check")

    @property
    def said(self) -> str:
        """The standing in the language at hand."""
        return say(self.value)

    @property
    def passed(self) -> bool:
        """Whether nothing is left to do."""
        return self in {Standing.PASSED, Standing.PASSED_HERE}


class Row(NamedTuple):
    """One exercise of the list."""

    place: Place
    standing: Standing
    done: Done

    @property
    def name(self) -> str:
        """The exercise's name."""
        return self.place.exercise.name


class Numbers(NamedTuple):
    """A student's own numbers, for who has finished."""

    exercises: int
    passed: int
    attempts: int
    hints: int
    loops_removed: int
    """Exercises that pass now, and had a loop once."""
    fastest: str
    """The exercise that gained most speed over its loop in a race; empty without."""
    speed: float
    """How many times as fast as its loop it was."""


def listing(course: Course, progress: Progress) -> list[Row]:
    """Return a row for each exercise, in the course's order."""
    return [
        Row(place, standing(place, done), done)
        for place in course
        for done in (progress.of(place.exercise.name),)
    ]


def standing(place: Place, done: Done) -> Standing:
    """Return how an exercise stands, by its last verdict and its file."""
    if done.status is None:
        return Standing.NOT_STARTED if is_stub(place) else Standing.UNCHECKED
    if done.sha256 != fingerprint(place):
        # As after a reset.
        return Standing.NOT_STARTED if is_stub(place) else Standing.CHANGED
    if is_kit(place.base):
        if done.status is Status.PASSED:
            return Standing.PASSED_HERE
        # It may have been written, and waited for another one.
        if done.status is Status.NOT_STARTED and not is_stub(place):
            return Standing.UNCHECKED
    return _BY_STATUS.get(done.status, Standing.NOT_STARTED)


_BY_STATUS = {
    Status.PASSED: Standing.PASSED,
    Status.LOOPS: Standing.LOOPS,
    Status.FAILED: Standing.FAILED,
    Status.MISSING: Standing.MISSING,
    Status.UNREADABLE: Standing.UNREADABLE,
}


def is_stub(place: Place) -> bool:
    """Whether the file is the stub to the letter, or none is there to compare."""
    text = stub.text(place)
    if text is None:
        return True
    try:
        data = read_bytes(place.stub, place.root / "exercises")
    except UnreadableError:
        return False
    except OSError:
        return True
    if data == text.encode():
        return True
    return any(data == one.encode() for one in stub.versions(place))


def first_open(rows: Iterable[Row]) -> Row | None:
    """Return the first exercise that has not passed; None if all have."""
    return next((row for row in rows if not row.standing.passed), None)


def following(rows: list[Row], name: str) -> Row | None:
    """Return the next exercise after this one that has not passed, from the top again.

    None if no other is left.
    """
    at = next((i for i, row in enumerate(rows) if row.name == name), -1)
    others = rows[at + 1 :] + rows[: max(at, 0)]
    return first_open(others)


def current(rows: list[Row], progress: Progress) -> Row | None:
    """Return the exercise that a student is at; once it passes, the first open one.

    None if all have passed.
    """
    at = next((row for row in rows if row.name == progress.current), None)
    return at if at and not at.standing.passed else first_open(rows)


def numbers(rows: Iterable[Row]) -> Numbers:
    """Return a student's own numbers."""
    rows = list(rows)
    fastest = max(rows, key=lambda row: row.done.speed, default=None)
    gained = fastest.done.speed if fastest else 0.0
    return Numbers(
        exercises=len(rows),
        passed=sum(row.standing.passed for row in rows),
        attempts=sum(row.done.attempts for row in rows),
        hints=sum(row.done.hints for row in rows),
        loops_removed=sum(row.done.looped and row.standing.passed for row in rows),
        fastest=fastest.name if fastest and gained > 1 else "",
        speed=gained if gained > 1 else 0.0,
    )
