"""What is done in a course folder, kept between runs in .grader/progress.json."""

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from grader.course import Course, Place
from grader.replacing import replace
from grader.submission.files import UnreadableError, read_bytes
from grader.verdict import Exercise, Status

FILE = Path(".grader", "progress.json")
NOTE = "Written by grader. Do not edit: checks overwrite it."


class Done(msgspec.Struct, frozen=True):
    """The last verdict on an exercise, and on which content of its file."""

    status: Status
    sha256: str


class _Progress(msgspec.Struct, frozen=True):
    exercises: dict[str, Done]
    note: str = NOTE


def recall(course: Course) -> dict[str, Done]:
    """Return the last verdicts by exercise; none if nothing readable is kept."""
    try:
        data = (course.root / FILE).read_bytes()
        return msgspec.json.decode(data, type=_Progress).exercises
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}


def remember(course: Course, exercises: Iterable[Exercise]) -> None:
    """Keep these verdicts; a folder that cannot be written keeps nothing."""
    done = recall(course)
    for exercise in exercises:
        if exercise.status is not Status.ERROR:
            sha256 = fingerprint(course.places[exercise.name])
            done[exercise.name] = Done(exercise.status, sha256)
    data = msgspec.json.format(msgspec.json.encode(_Progress(done)), indent=1)
    file = course.root / FILE
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        with replace(file) as stream:
            stream.write(data)


def fingerprint(place: Place) -> str:
    """Return the SHA-256 of a student's file, empty if it cannot be read."""
    try:
        data = read_bytes(place.stub, place.root / "exercises")
    except (OSError, UnreadableError):
        return ""
    return hashlib.sha256(data).hexdigest()
