"""What a verdict depends on, as one short key: the same key, the same verdict."""

import hashlib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import grader
from grader.course import Course, Place
from grader.submission.contents import File
from grader.submission.nodes import first_line

if TYPE_CHECKING:
    # With it comes NumPy, which who hands out the work has no use for.
    from grader.session.submitted import Entry


def of_exercises(
    course: Course, names: Iterable[str], seed: int, isolation: str
) -> dict[str, str]:
    """Return the keys of exercises, by name, as they are judged here."""
    conditions = (_numpy(), str(seed), str(isolation))
    return {
        name: of_exercise(course, course.places[name], conditions) for name in names
    }


def of_exercise(course: Course, place: Place, conditions: tuple[str, ...]) -> str:
    """Return the key of an exercise: cases, references, policy and conditions.

    Of what it uses only the solutions count: its cases judge another exercise.
    """
    used = [course.places[name] for name in course.supplied(place.exercise.uses)]
    files = [place.visible, place.hidden, place.solution, place.misconceptions]
    files += sorted(other.solution for other in used)
    told = [place.exercise, *(other.exercise for other in used)]
    return _digest(
        [
            grader.__version__.encode(),
            *(one.encode() for one in conditions),
            place.assignment.encode(),
            repr(course.penalty(place.exercise)).encode(),
            msgspec.json.encode(told),
            *map(_content, files),
        ]
    )


def of_answer(entry: "Entry") -> str:
    """Return the key of an answer: the function and what it needs, where it stands."""
    told = [
        entry.path,
        str(entry.status),
        entry.message,
        str(entry.parameter),
        *entry.supplied,
    ]
    parts = [one.encode() for one in told]
    parts += [msgspec.json.encode(entry.findings)]
    if entry.extract is not None:
        lines = entry.extract.source.lines
        parts += [entry.extract.source.label.encode(), entry.extract.name.encode()]
        for node in entry.extract.statements:
            first = first_line(node)
            text = "\n".join(lines[first - 1 : node.end_lineno])
            spot = entry.extract.source.place(first)
            parts += [str(spot).encode(), text.encode("utf-8", "replace")]
    return _digest(parts)


def of_files(files: dict[str, File]) -> str:
    """Return the key of all that was handed in."""
    parts: list[bytes] = []
    for name, file in sorted(files.items()):
        fault = str(file.fault).encode() if file.fault else b""
        parts += [name.encode("utf-8", "replace"), file.data, fault]
    return _digest(parts)


def _numpy() -> str:
    """Return the version of NumPy, without loading it where that can be helped."""
    try:
        return metadata.version("numpy")
    except metadata.PackageNotFoundError:
        import numpy as np  # noqa: PLC0415 - built by hand, and installed by nobody

        return np.__version__


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.hexdigest()
