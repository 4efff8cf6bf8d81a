"""The autograder of Gradescope: a zip file with the course and the grader in it."""

import io
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec

from grader.author.build import stubs
from grader.author.kit import DATA, EXERCISES, read, walk
from grader.author.release import archive
from grader.ci import template
from grader.ci.wheel import wheel
from grader.course import COURSE_FILE, Course, Place
from grader.render import gradescope
from grader.sandbox.launcher import Isolation

SETUP: Final = "setup.sh"
RUN: Final = "run_autograder"
SETTINGS: Final = "autograder.json"
COURSE: Final = "course"
"""The folder of the course in the zip."""
SECONDS: Final = 570
"""Half a minute less than Gradescope gives a submission, unless told."""

_TESTS = ("tests/visible", "tests/hidden", "tests/misconceptions")
_BROKEN = (
    "The autograder broke off before it had a verdict. This is not your code; the "
    "points are not your mark. Tell your instructor, who sees why."
)
_LATE = (
    "The autograder ran out of time before it had a verdict. Look for a loop that does "
    "not end, and submit again; if there is none, tell your instructor."
)
_MEANING = {
    Isolation.STRICT: (
        "without a wall of the kernel (bubblewrap or\n# Landlock) nothing is run, and "
        "the document says so."
    ),
    Isolation.AUTO: (
        "with no wall of the kernel to be had, student\n# code gets a process of its "
        "own: it cannot change files or points, but code written to\n# get out could "
        "read the solutions."
    ),
}


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an autograder judges, and behind which wall."""

    exercises: tuple[str, ...]
    isolation: Isolation


def files(
    course: Course, places: Sequence[Place], isolation: Isolation
) -> dict[str, bytes]:
    """Return what the zip holds by path, in the order of their names.

    The whole course goes along: one exercise may use another. Raises UsageError for
    what cannot be read, and for links that lead out.
    """
    settings = Settings(tuple(place.exercise.name for place in places), isolation)
    packed = wheel()
    found = {
        SETUP: _setup(course, packed.name),
        RUN: template.fill(
            "run_autograder.sh",
            isolation=isolation,
            meaning=_MEANING[isolation],
            seconds=str(SECONDS),
        ).encode(),
        SETTINGS: msgspec.json.format(msgspec.json.encode(settings)) + b"\n",
        "failed.json": gradescope.refused(_BROKEN).encode() + b"\n",
        "late.json": gradescope.refused(_LATE).encode() + b"\n",
        packed.name: packed.content,
    }
    found |= {f"{COURSE}/{path}": data for path, data in _course(course)}
    return dict(sorted(found.items()))


def zipped(found: Mapping[str, bytes]) -> bytes:
    """Return the zip file, the same for the same files."""
    made = io.BytesIO()
    archive(found, made, programs=(SETUP, RUN))
    return made.getvalue()


def _setup(course: Course, name: str) -> bytes:
    packed = f'"$root/source"/{shlex.quote(name)}'
    return template.fill(SETUP, install=template.install(course, packed)).encode()


def _course(course: Course) -> Iterator[tuple[str, bytes]]:
    """Yield what judging takes: stubs as they are shipped, cases, solutions, data."""
    root = course.root
    yield COURSE_FILE.as_posix(), read(root / COURSE_FILE, root, EXERCISES)
    for place, text in stubs(course):
        yield place.stub.relative_to(root).as_posix(), text.encode()
    for folder in ("solutions", *_TESTS, DATA):
        for path in walk(root / Path(folder), root):
            yield path, read(root / path, root, folder)
