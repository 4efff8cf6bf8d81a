"""The places that an author still has to fill in."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grader.course import COURSE_FILE, Place

MARK = "FILL IN:"


class Mark(NamedTuple):
    """A marked place: its file, its line counted from 1, and what is asked for."""

    file: Path
    line: int
    asked: str


def left(place: Place) -> list[str]:
    """Return a complaint for each place of an exercise that is not filled in."""
    return [
        f"{mark.file.relative_to(place.root).as_posix()}:{mark.line}: "
        f"still to fill in: {mark.asked}"
        for mark in marked(place)
    ]


def marked(place: Place) -> list[Mark]:
    """Return the marked places of an exercise, in the order of its files."""
    files = [place.solution, place.visible, place.hidden, place.misconceptions]
    found = [mark for file in [*files, place.slow] for mark in _marks(file)]
    entry = _entry(place)
    found += [mark for mark in _marks(place.root / COURSE_FILE) if mark.line in entry]
    return found


def _marks(file: Path) -> Iterator[Mark]:
    for number, line in enumerate(_lines(file), 1):
        if MARK in line:
            asked = line.partition(MARK)[2].strip()
            # Of a hint, or of a docstring on one line.
            asked = re.sub(r'(""" *|",?)$', "", asked).strip()
            yield Mark(file, number, asked)


def _entry(place: Place) -> range:
    """Return the lines of an exercise's entry in course.toml."""
    lines = _lines(place.root / COURSE_FILE)
    headers = [n for n, line in enumerate(lines, 1) if line.lstrip().startswith("[[")]
    name = re.compile(rf"""\s*name\s*=\s*["']{place.exercise.name}["']""")
    for start, end in zip(headers, [*headers[1:], len(lines) + 1], strict=True):
        body = lines[start : end - 1]
        if "exercises" in lines[start - 1] and any(map(name.match, body)):
            return range(start, end)
    return range(0)


def _lines(file: Path) -> list[str]:
    """Return the lines of a file; none if it cannot be read: others tell of that."""
    try:
        return file.read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return []
