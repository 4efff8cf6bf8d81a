"""What a student kit says of itself: `exercises/kit.json`, which a release writes."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated

import msgspec

from grader.course import Place
from grader.errors import UsageError
from grader.language import say

FILE = Path("exercises", "kit.json")
NOTE = "Written by grader release. Do not edit: checks read it."


class Shipped(msgspec.Struct, frozen=True):
    """One exercise of a kit: the stub as it was shipped, and how many cases were not.

    `unseen` counts the cases that decide something in the instructor's run alone.
    """

    unseen: Annotated[int, msgspec.Meta(ge=0)]
    stub: str


class Kit(msgspec.Struct, frozen=True):
    """The exercises of a kit, by name; of a `bundled` one the package has the rest."""

    exercises: dict[str, Shipped]
    note: str = NOTE
    bundled: bool = False

    def encode(self) -> bytes:
        """Return the content of the file, the same for the same kit."""
        data = msgspec.json.encode(self, order="deterministic")
        return msgspec.json.format(data, indent=1) + b"\n"


def is_kit(root: Path) -> bool:
    """Whether the course in a folder is a student kit: it has no solutions."""
    # Asked several times for each answer: a Path takes five times as long.
    return not os.path.isdir(f"{root}/solutions")  # noqa: PTH112


def shipped(place: Place) -> Shipped | None:
    """Return what the kit says of an exercise; None if it says nothing.

    Raises UsageError if what the kit says cannot be read.
    """
    file = place.root / FILE
    try:
        changed = file.stat().st_mtime_ns
    except OSError:
        return None
    return _read(file, changed).exercises.get(place.exercise.name)


@lru_cache(maxsize=1)
def _read(file: Path, _changed: int) -> Kit:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Kit)
    except OSError as error:
        said = error.strerror or say("it cannot be read")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        said = say("it is not what a release wrote")
    raise UsageError(
        say("Cannot use {file}: {reason}.").format(file=FILE.as_posix(), reason=said),
        say("Take the file again from the kit that you were given."),
    )
