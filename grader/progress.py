"""What is done in a course folder, kept between runs in .grader/progress.json."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace as changed

from grader.course import Course, Place
from grader.errors import UsageError
from grader.keeping import keep
from grader.lock import Lock
from grader.replacing import replace
from grader.submission.files import UnreadableError, read_bytes
from grader.verdict import Exercise, Status, waits_for

FILE = Path(".grader", "progress.json")
LOCK = Path(".grader", "progress.lock")
NOTE = "Written by grader. Do not edit: checks overwrite it."
FORMAT = 2
PATIENCE = 3.0
"""Seconds to wait for another process, which needs milliseconds."""
ATTEMPTS = (Status.PASSED, Status.LOOPS, Status.FAILED, Status.UNREADABLE)


class Done(msgspec.Struct, frozen=True):
    """What a student did about an exercise: the last verdict, and the way there.

    `sha256` is of the content of its file that the verdict is on; `status` is None
    before the first one. `tried` is the content of the last of the `attempts`,
    `hinted` the number of attempts when the last of the `hints` was opened. `speed` is
    how many times as fast as the loop it was in a race; 0 without one.
    """

    status: Status | None
    sha256: str
    attempts: int = 0
    tried: str = ""
    hints: int = 0
    hinted: int = 0
    looped: bool = False
    """It had the verdict `loops` once."""
    speed: float = 0.0


NOTHING = Done(None, "")


class Progress(msgspec.Struct, frozen=True):
    """What is done, by exercise, and the exercise that a student is at."""

    exercises: dict[str, Done]
    current: str = ""
    note: str = NOTE
    format: int = 1

    def of(self, name: str) -> Done:
        """Return what was done about an exercise."""
        return self.exercises.get(name, NOTHING)

    def having(self, name: str, done: Done) -> "Progress":
        """Return the same but for one exercise."""
        return changed(self, exercises={**self.exercises, name: done})


class Change(NamedTuple):
    """What is known after a change, whether it is `kept`, and what was in its way.

    `aside` is where a file was moved that could not be read, from the course's folder.
    """

    progress: Progress
    kept: bool
    aside: str = ""


def recall(course: Course) -> Progress:
    """Return what is known; nothing, if nothing readable is kept."""
    return _read(course.root / FILE) or Progress({})


def change(course: Course, update: Callable[[Progress], Progress]) -> Change:
    """Change what is known, and lose nothing that others change at the same time.

    A folder that cannot be written keeps nothing.
    """
    file = course.root / FILE
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
    with _locked(course.root):
        known = _read(file)
        after = update(known or Progress({}))
        aside = ""
        try:
            if known is None and file.is_file():
                aside = keep(course.root, file)
            written = changed(after, note=NOTE, format=FORMAT)
            with replace(file) as stream:
                stream.write(
                    msgspec.json.format(msgspec.json.encode(written), indent=1)
                )
        except OSError:
            return Change(after, kept=False)
    return Change(after, kept=True, aside=aside)


def remember(
    course: Course,
    exercises: Iterable[Exercise],
    contents: Mapping[str, str] | None = None,
    current: str = "",
) -> Change:
    """Keep these verdicts, and which exercise is the `current` one from now on.

    `contents` are the fingerprints of the files that were judged, taken before they
    were read: what a student saves during a check was not checked.
    """
    judged = [one for one in exercises if one.status is not Status.ERROR]
    if contents is None:
        contents = fingerprints(course.places[one.name] for one in judged)

    def update(known: Progress) -> Progress:
        for one in judged:
            done = after(known.of(one.name), one, contents[one.name])
            known = known.having(one.name, done)
        return changed(known, current=current or known.current)

    return change(course, update)


def after(done: Done, exercise: Exercise, sha256: str) -> Done:
    """Return what is done after a verdict on this content.

    The same content again is no new attempt; nor is a stub, or what was not judged.
    """
    status = exercise.status
    if status in ATTEMPTS and waits_for(exercise) is None and sha256 != done.tried:
        done = changed(done, attempts=done.attempts + 1, tried=sha256)
    looped = done.looped or status is Status.LOOPS
    return changed(done, status=status, sha256=sha256, looped=looped)


def go(course: Course, name: str) -> Change:
    """Make an exercise the current one."""
    return change(course, lambda known: changed(known, current=name))


def raced(course: Course, name: str, speed: float) -> Change:
    """Keep how many times as fast as the loop an exercise is."""

    def update(known: Progress) -> Progress:
        return known.having(name, changed(known.of(name), speed=speed))

    return change(course, update)


def fingerprints(places: Iterable[Place]) -> dict[str, str]:
    """Return the fingerprints of exercises' files, by name."""
    return {place.exercise.name: fingerprint(place) for place in places}


def fingerprint(place: Place) -> str:
    """Return the SHA-256 of a student's file, empty if it cannot be read."""
    try:
        data = read_bytes(place.stub, place.root / "exercises")
    except (OSError, UnreadableError):
        return ""
    return hashlib.sha256(data).hexdigest()


def _read(file: Path) -> Progress | None:
    """Return what a file says; None if that is nothing, or a newer grader's."""
    try:
        known = msgspec.json.decode(file.read_bytes(), type=Progress)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return known if known.format <= FORMAT else None


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Wait for whoever changes it now, but not for a process that was stopped."""
    lock = None
    with contextlib.suppress(UsageError):
        lock = Lock(root / LOCK, "", PATIENCE)
    try:
        yield
    finally:
        if lock is not None:
            lock.release()
