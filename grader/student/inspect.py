"""Keeps the input of a failing case, whole, and gives it back as data."""

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from grader.course import Course
from grader.errors import UsageError
from grader.guest import wire
from grader.language import say
from grader.progress import fingerprint
from grader.replacing import replace
from grader.session.failing import Failing
from grader.verdict import Exercise, Status

FOLDER = Path(".grader", "inspect")
FORMAT = 1
MAX_BYTES = 16 << 20


class Kept(NamedTuple):
    """The failing case of an exercise: what was promised, and all its values by name.

    `part` is what of the returned value `yours` is; `changed` says that the file is
    another one than when it was checked.
    """

    name: str
    case: str
    sentence: str
    part: str
    values: dict[str, Any]
    changed: bool


def refresh(
    course: Course,
    exercises: Iterable[Exercise],
    failing: Iterable[Failing],
    contents: Mapping[str, str],
) -> None:
    """Keep what is `failing` in a check of these `contents`, and nothing older."""
    found = {one.exercise: one for one in failing}
    for exercise in exercises:
        name = exercise.name
        if name in found:
            store(course, found[name], contents[name])
        elif exercise.status is not Status.ERROR:
            forget(course, name)


def store(course: Course, one: Failing, sha256: str) -> None:
    """Keep a failing case of a file with this fingerprint, for want of a place nothing.

    Data alone is written: no reader needs to unpickle.
    """
    names = [name for name, _ in one.values]
    fields = {
        "format": FORMAT,
        "sha256": sha256,
        "case": one.case,
        "sentence": one.sentence,
        "part": one.part,
        "names": names,
        "large": False,
    }
    try:
        values = [value for _, value in one.values]
        buffers = wire.encode({**fields, "values": values})
        small = sum(map(len, buffers)) <= MAX_BYTES
    except wire.WireError:
        small = False
    if not small:
        fields["large"] = True
        buffers = wire.encode({**fields, "values": []})
    file = _file(course, one.exercise)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with replace(file) as stream:
            stream.writelines(buffers)


def forget(course: Course, name: str) -> None:
    """Take away what is kept of an exercise, if there is anything."""
    with contextlib.suppress(OSError):
        _file(course, name).unlink(missing_ok=True)


def inspect(course: Course, name: str) -> Kept:
    """Return the kept case of an exercise; raises UsageError if there is none."""
    fields = _read(_file(course, name))
    if fields is None:
        raise UsageError(*_nothing(course, name))
    case = fields["case"]
    if not case:
        raise UsageError(
            say(
                "No input of `{name}` can be shown: every case that failed is private."
            ).format(name=name),
            say("The hints may help."),
        )
    if fields["large"]:
        raise UsageError(
            say(
                "The input of the case “{case}” was not kept: it is larger than "
                "{most} MB."
            ).format(case=case, most=MAX_BYTES >> 20),
            say("The screen of the check shows where it differs."),
        )
    changed = fields["sha256"] != fingerprint(course.places[name])
    values = dict(zip(fields["names"], fields["values"], strict=True))
    return Kept(name, case, fields["sentence"], fields["part"], values, changed)


def _nothing(course: Course, name: str) -> tuple[str, str]:
    message = say("No failing input of `{name}` is kept.").format(name=name)
    folder = course.root / FOLDER.parent
    if not os.access(folder if folder.exists() else course.root, os.W_OK):
        return message, say("The folder of the course cannot be written to.")
    return message, say("A check that fails in a case keeps its input.")


def _file(course: Course, name: str) -> Path:
    return course.root / FOLDER / f"{name}.values"


_KINDS = {
    "sha256": str, "case": str, "sentence": str, "part": str,
    "names": list, "values": list, "large": bool,
}  # fmt: skip


def _read(file: Path) -> dict[str, Any] | None:
    """Return the fields of a file; None for one that is missing, spoilt or newer."""
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
        fields = wire.decode(bytearray(data))
    except (OSError, wire.WireError):
        return None
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        return None
    if any(type(fields.get(key)) is not kind for key, kind in _KINDS.items()):
        return None
    names = fields["names"]
    whole = len(names) == len(fields["values"]) or fields["large"]
    named = all(isinstance(one, str) and one.isidentifier() for one in names)
    return fields if whole and named else None
