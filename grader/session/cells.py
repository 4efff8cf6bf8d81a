"""Cells that an answer is asked for in: one defines it, the others it may need."""

import builtins
from collections.abc import Iterator, Sequence

from grader.course import Course, Place
from grader.errors import UsageError
from grader.findings import again
from grader.language import marked, say
from grader.session.submitted import Entry, answer
from grader.spot import CELL, Spot
from grader.submission.cells import join, would_define
from grader.submission.extract import bound
from grader.submission.files import UnreadableError
from grader.submission.functions import definitions
from grader.submission.notebook import Cell
from grader.submission.source import MAX_SOURCE, Source, digest
from grader.submission.statement import binds
from grader.verdict import Status, Submission

PATH = "notebook"
NOWHERE = marked(
    "The name `{name}` is not defined in any cell that was run: is it misspelt, or "
    "missing?"
)
NO_NUMPY = marked("`np` is not defined: a cell needs `import numpy as np`.")


def called(cell: Cell) -> str:
    """Return what messages call a cell."""
    return say(CELL).format(number=cell.number)


def defines(cell: Cell, names: Sequence[str], cells: Sequence[Cell] = ()) -> bool:
    """Whether a cell gives one of the names a function, or would if it were Python.

    What it makes it of may be in one of the `cells` before it.
    """
    if not _mentions(cell, names):
        return False
    try:
        source = join([cell], "", cell.number)
    except UnreadableError:
        return not would_define(cell.text).isdisjoint(names)
    broken = frozenset[str]().union(*(one.names for one in source.broken))
    if _defines(source, names) or not broken.isdisjoint(names):
        return True
    if frozenset[str]().union(*map(binds, source.tree.body)).isdisjoint(names):
        return False
    before = [one for one in cells if one.number < cell.number]
    before = [one for one in before if _mentions(one, names)]
    try:
        return _defines(join([*before, cell], "", cell.number), names)
    except UnreadableError:
        # Each is Python, but not all of them in one file.
        return False


def definer(cells: Sequence[Cell], names: Sequence[str]) -> Cell | None:
    """Return the last cell that defines one of the names."""
    found = (cell for cell in reversed(cells) if defines(cell, names, cells))
    return next(found, None)


def defined(course: Course, cell: Cell, cells: Sequence[Cell] = ()) -> list[str]:
    """Return the exercises that a cell defines, in the order of the course."""
    return [
        place.exercise.name for place in course if defines(cell, _names(place), cells)
    ]


def read(
    course: Course, place: Place, cells: Sequence[Cell], target: Cell, name: str = ""
) -> tuple[Submission, Entry]:
    """Read an exercise from the cell that defines it and from the others.

    `name` is what messages call that cell.
    """
    name = name or called(target)
    names = _names(place)
    try:
        used, source = _joined(list(_kept(cells, target, names)), target, names, name)
    except UnreadableError as error:
        entry = Entry(place, name, Status.UNREADABLE, error.about(name),
                      fault=Spot(error.line or 1))  # fmt: skip
        return _submission(course, ()), entry
    return _submission(course, used), answer(place, source, name)


def told(entry: Entry) -> Entry:
    """Return what was read in a kernel, with what to say of names nothing defines.

    A cell that was run again defines its function again: that is no advice.
    """
    findings = tuple(one for one in entry.findings if one.rule != again.RULE)
    entry = entry._replace(findings=findings)
    if entry.extract is None:
        return entry
    source = entry.extract.source
    known = bound(source, imported=True).union(*map(binds, source.tree.body))
    away = entry.extract.names - known - frozenset(dir(builtins))
    words = {name: say(NOWHERE).format(name=name) for name in sorted(away)}
    if "np" in words:
        words["np"] = say(NO_NUMPY)
    return entry._replace(absent=words | dict(entry.absent))


def _names(place: Place) -> tuple[str, ...]:
    return (place.exercise.name, *place.exercise.aliases)


def _submission(course: Course, cells: Sequence[Cell]) -> Submission:
    text = "\n".join(cell.text for cell in cells)
    sha256 = digest(text.encode())
    return Submission(id=course.root.name, path=PATH, sha256=sha256)


def _joined(
    cells: Sequence[Cell], target: Cell, names: Sequence[str], name: str
) -> tuple[Sequence[Cell], Source]:
    """Return cells as one source, the target alone if it is not what counts there."""
    try:
        source = join(cells, name, target.number)
        if _defines(source, names):
            return cells, source
    except UnreadableError:
        # Each cell is Python, but not all of them in one file.
        pass
    return [target], join([target], name, target.number)


def _defines(source: Source, names: Sequence[str]) -> bool:
    """Whether the cell of its own is where a source defines one of the names."""
    found = definitions(source)
    indices = [index for one in names for index in found.get(one, ())]
    lines = [source.tree.body[index].lineno for index in indices]
    return any(source.place(line).cell is None for line in lines)


def _mentions(cell: Cell, names: Sequence[str]) -> bool:
    """Whether a cell has one of the names in it: parsing is slow."""
    # Letters outside ASCII may stand for others.
    return not cell.text.isascii() or any(name in cell.text for name in names)


def _kept(cells: Sequence[Cell], target: Cell, names: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells that count: not a later answer, and what a limit has room for."""
    total = sum(map(_size, cells))
    room = MAX_SOURCE - _size(target)
    wanted = {target.number}
    later: set[str] = set()
    for cell in reversed(cells):
        # The function asked about may be an older one.
        newer = cell.number > target.number and defines(cell, names, cells)
        if cell.number == target.number or newer:
            continue
        if total > MAX_SOURCE:
            new = _binds(cell)
            if _size(cell) > room or (new and new <= later):
                continue
            room -= _size(cell)
            later |= new
        wanted.add(cell.number)
    yield from (cell for cell in cells if cell.number in wanted)


def _size(cell: Cell) -> int:
    return len(cell.text.encode()) + 1


def _binds(cell: Cell) -> frozenset[str]:
    """Return the names that a cell binds at module level."""
    try:
        body = join([cell], "").tree.body
    except UnreadableError:
        return frozenset()
    return frozenset[str]().union(*map(binds, body))


def missing(names: Sequence[str], target: Cell | None) -> UsageError:
    """Return what is wrong when no cell, or not this one, defines a function."""
    if target is not None:
        return UsageError(
            say("This cell does not define `{name}`.").format(name=names[0]),
            say("%check {name} checks the one of another cell.").format(name=names[0]),
        )
    return UsageError(
        say("No cell that was run defines `{name}`.").format(name=names[0]),
        say("Run the cell with `def {name}`, then check again.").format(name=names[0]),
    )
