"""Puts the stub of an exercise back, and keeps what was in its place."""

from enum import Enum
from typing import NamedTuple

from grader.course import Course
from grader.errors import UsageError
from grader.keeping import keep
from grader.language import say
from grader.replacing import replace
from grader.student.listing import is_stub
from grader.submission import stub


class Deed(Enum):
    """What a reset came to."""

    NOTHING = "it was the stub already"
    RESTORED = "the file was missing, and is the stub now"
    REPLACED = "the file is the stub now, and what it held is kept"


class Reset(NamedTuple):
    """A file that is the stub now, and where what it held is kept, from the course."""

    name: str
    deed: Deed
    kept: str = ""


def reset(course: Course, name: str) -> Reset:
    """Put the stub of an exercise back; lose nothing.

    Raises UsageError if the stub is not known or the file cannot be replaced.
    """
    place = course.places[name]
    file = place.stub
    shown = file.relative_to(course.root).as_posix()
    text = stub.text(place)
    if text is None:
        raise UsageError(
            say("The stub of `{name}` is not known.").format(name=name),
            say("Take the course, or the kit, again from where you were given it."),
        )
    there = file.is_symlink() or file.exists()
    if there and not file.is_symlink() and is_stub(place):
        return Reset(name, Deed.NOTHING)
    if there and not file.is_file() and not file.is_symlink():
        raise UsageError(
            say("{file} is not a regular file: it was left alone.").format(file=shown),
            say("Move it away, then run the same command again."),
        )
    try:
        kept = keep(course.root, file) if there else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        with replace(file) as stream:
            stream.write(text.encode())
    except OSError as error:
        why = error.strerror or say("it cannot be written")
        raise UsageError(
            say("Cannot reset {file}: {reason}.").format(file=shown, reason=why),
            say("What it holds is still there."),
        ) from None
    return Reset(name, Deed.REPLACED if there else Deed.RESTORED, kept)
