"""What a finished notebook holds for each exercise, as a file's text; never run."""

import ast
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from grader.course import Course, Place
from grader.errors import UsageError
from grader.language import say
from grader.session import cells as reader
from grader.session.submitted import Entry
from grader.submission import notebook, stub
from grader.submission.files import UnreadableError
from grader.submission.notebook import Cell
from grader.submission.source import Source
from grader.verdict import Status

NOT_ANSWERS = ("used", "check", "picture")
"""Roles of cells whose code is no answer to an exercise of this notebook."""


class Kind(Enum):
    """What became of an exercise."""

    TAKEN = "taken"
    NOT_STARTED = "not started"
    ABSENT = "not there"
    UNREADABLE = "could not be read"


class Found(NamedTuple):
    """What a notebook holds for one exercise: `text` is the file to be."""

    place: Place
    kind: Kind
    where: str = ""
    text: str = ""
    said: str = ""


def code(data: bytes, called: str) -> list[Cell]:
    """Return the code cells of a notebook; raises UsageError if it is none."""
    try:
        return notebook.read(data)
    except UnreadableError as error:
        raise UsageError(error.about(called), error.help) from None


def find(course: Course, places: Sequence[Place], cells: Sequence[Cell]) -> list[Found]:
    """Return what the cells hold for each of the exercises."""
    own = [one for one in cells if one.role not in NOT_ANSWERS]
    return [_find(course, place, own) for place in places]


def _find(course: Course, place: Place, cells: Sequence[Cell]) -> Found:
    read = [
        (reader.read(course, place, cells, one)[1], reader.called(one))
        for one in _definers(place, cells)
    ]
    if not read:
        return Found(place, Kind.ABSENT)
    started = [
        (entry, where)
        for entry, where in read
        if entry.status not in (Status.NOT_STARTED, Status.MISSING)
    ]
    if not started:
        return Found(place, Kind.NOT_STARTED, read[0][1])
    entry, where = started[0]
    if entry.extract is None:
        return Found(place, Kind.UNREADABLE, where, said=entry.message)
    others = say(", ").join(other for _, other in started[1:])
    said = ""
    if others:
        said = say("also defined in {cells}, which is left out").format(cells=others)
    return Found(place, Kind.TAKEN, where, _file(place, entry), said)


def _definers(place: Place, cells: Sequence[Cell]) -> Iterator[Cell]:
    """Yield the cells that define an exercise: its own first, then the last first."""
    name = place.exercise.name
    names = (name, *place.exercise.aliases)
    found = [one for one in cells if reader.defines(one, names, cells)]
    own = [one for one in found if (one.role, one.exercise) == ("stub", name)]
    yield from reversed(own)
    yield from (one for one in reversed(found) if one not in own)


def _file(place: Place, entry: Entry) -> str:
    """Return an answer as the exercise's file: the statement, then what is needed."""
    assert entry.extract is not None  # noqa: S101 - looked at by now
    head = _head(place)
    imports: list[str] = []
    others: list[str] = []
    last = 0
    for node in entry.extract.statements:
        lines = _lines(entry.extract.source, node)
        if lines.start < last:
            # Of several statements on one line, all are there by now.
            continue
        last = lines.stop
        text = entry.extract.source.lines[lines.start : lines.stop]
        kind = imports if isinstance(node, ast.Import | ast.ImportFrom) else others
        kind.append("\n".join(line.rstrip() for line in text))
    top = "\n\n".join(filter(None, (head, "\n".join(dict.fromkeys(imports)))))
    return "\n\n\n".join(filter(None, (top, *others))) + "\n"


def _head(place: Place) -> str:
    """Return the statement of an exercise as its stub has it; empty if it has none."""
    shipped = stub.text(place) or ""
    tree = ast.parse(shipped)
    if ast.get_docstring(tree) is None:
        return ""
    return "\n".join(shipped.split("\n")[: tree.body[0].end_lineno])


def _lines(source: Source, node: ast.stmt) -> range:
    """Return the lines of a statement, from 0, with the comments that are its own."""
    lines = source.lines
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    start = min([node.lineno, *(one.lineno for one in decorators)]) - 1
    while start and lines[start - 1].startswith("#"):
        start -= 1
    stop = node.end_lineno or node.lineno
    while stop < len(lines) and re.match(r"[ \t]+#", lines[stop]):
        # Such as the mark that ends an answer.
        stop += 1
    return range(start, stop)
