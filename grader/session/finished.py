"""What a finished notebook holds for each exercise, as a file's text; never run."""

import ast
import json
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple

from grader.course import Course, Place
from grader.errors import UsageError
from grader.session import cells as reader
from grader.session.cells import Cell
from grader.session.submitted import Entry
from grader.submission import ipython, stub
from grader.submission.source import Source
from grader.verdict import Status

CALLED = "cell {}"
NOT_ANSWERS = ("used", "check", "picture")
"""Roles of cells whose code is no answer to an exercise of this notebook."""
NO_NOTEBOOK = "Save it again in Jupyter, as a notebook (.ipynb)."


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


class Code(NamedTuple):
    """A code cell: its number among all cells, and what a built notebook says of it."""

    cell: Cell
    role: str
    exercise: str


def code(data: bytes, called: str) -> list[Code]:
    """Return the code cells of a notebook; raises UsageError if it is none."""
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError):
        raise UsageError(f"{called} is not a notebook: no JSON.", NO_NOTEBOOK) from None
    try:
        sheets = notebook.get("worksheets") or [notebook]
        cells = [cell for sheet in sheets for cell in sheet["cells"]]
        return [
            _code(number, cell)
            for number, cell in enumerate(cells, 1)
            if cell["cell_type"] == "code"
        ]
    except (AttributeError, KeyError, TypeError):
        raise UsageError(
            f"{called} is not a notebook: it has no cells.", NO_NOTEBOOK
        ) from None


def find(course: Course, places: Sequence[Place], codes: Sequence[Code]) -> list[Found]:
    """Return what the code holds for each of the exercises."""
    own = [one for one in codes if one.role not in NOT_ANSWERS]
    return [_find(course, place, own) for place in places]


def _code(number: int, cell: dict[str, Any]) -> Code:
    source = cell.get("source", cell.get("input", ""))
    text = source if isinstance(source, str) else "".join(source)
    about = (cell.get("metadata") or {}).get("grader") or {}
    role, exercise = about.get("role", ""), about.get("exercise", "")
    return Code(Cell(number, _python(text)), str(role), str(exercise))


def _python(text: str) -> str:
    """Return a cell without what only IPython understands, line for line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ipython.plain(text)
    return text


def _find(course: Course, place: Place, codes: Sequence[Code]) -> Found:
    read = [_read(course, place, codes, one) for one in _definers(place, codes)]
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
    others = ", ".join(other for _, other in started[1:])
    said = f"also defined in {others}, which is left out" if others else ""
    return Found(place, Kind.TAKEN, where, _file(place, entry), said)


def _definers(place: Place, codes: Sequence[Code]) -> Iterator[Code]:
    """Yield the cells that define an exercise: its own first, then the last first."""
    name = place.exercise.name
    names = (name, *place.exercise.aliases)
    found = [one for one in codes if reader.definer([one.cell], names)]
    own = [one for one in found if (one.role, one.exercise) == ("stub", name)]
    yield from reversed(own)
    yield from (one for one in reversed(found) if one not in own)


def _read(
    course: Course, place: Place, codes: Sequence[Code], target: Code
) -> tuple[Entry, str]:
    cells = [one.cell for one in codes]
    _, entry, joined = reader.read(course, place, cells, target.cell, CALLED)
    return entry, joined.place(entry.line)[0]


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
        text = entry.extract.source.text.split("\n")[lines.start : lines.stop]
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
    lines = source.text.split("\n")
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    start = min([node.lineno, *(one.lineno for one in decorators)]) - 1
    while start and lines[start - 1].startswith("#"):
        start -= 1
    stop = node.end_lineno or node.lineno
    while stop < len(lines) and re.match(r"[ \t]+#", lines[stop]):
        # Such as the mark that ends an answer.
        stop += 1
    return range(start, stop)
