"""The cells that a kernel has run, read as one file, and positions back in cells."""

import ast
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from grader.course import Course, Place
from grader.errors import UsageError
from grader.session.submitted import Entry, answer
from grader.spot import Spot
from grader.submission.files import UnreadableError
from grader.submission.source import MAX_SOURCE, Source, parse
from grader.verdict import Case, Exercise, Finding, Status, Submission

HERE = "this cell"
EXECUTED = "cell [{}]"
"""What a cell is called by the number that a kernel gave it."""
PATH = "notebook"
WORDS = {
    "is not defined in this file: ": "is not defined in any cell that was run: ",
    "the file needs `import ": "a cell needs `import ",
}
"""What messages say of files, and of cells."""

_CRASHED = re.compile(r"Line (\d+): ")
_SAID = re.compile(r"(?<=^Not run: )line (\d+)(?=: )|(?<=, but see )line (\d+)(?=: )")


class Cell(NamedTuple):
    """A cell by the number beside it, as Python."""

    number: int
    text: str


class Joined(NamedTuple):
    """Cells as one source, and the cell and its first line there for each of them."""

    source: Source
    starts: tuple[tuple[int, Cell], ...]
    target: int
    names: str

    def place(self, line: int) -> tuple[str, int, int]:
        """Return what a line's cell is called, the line in it, and its number."""
        start, cell = next(
            pair for pair in reversed(self.starts) if pair[0] <= max(line, 1)
        )
        return self.called(cell.number), line - start + 1, cell.number

    def line(self, one: Finding) -> str:
        """Return the line of a cell that a finding, as `exercise` has it, is about."""
        for _, cell in self.starts:
            if cell.number == one.cell:
                return cell.text.split("\n")[one.line - 1]
        return ""

    def called(self, number: int) -> str:
        """Return what messages call a cell."""
        if self.names == HERE and number != self.target:
            return EXECUTED.format(number)
        return self.names.format(number)

    def exercise(self, one: Exercise) -> Exercise:
        """Return the verdict on an exercise with the positions of cells."""
        return msgspec.structs.replace(
            one,
            message=self._sentence(_SAID.sub(self._said, one.message, count=1)),
            findings=tuple(map(self._finding, one.findings)),
            cases=tuple(map(self._case, one.cases)),
        )

    def _finding(self, one: Finding) -> Finding:
        path, line, number = self.place(one.line)
        return msgspec.structs.replace(
            one,
            path=path,
            cell=number,
            line=line,
            end_line=line + one.end_line - one.line,
        )

    def _case(self, one: Case) -> Case:
        # Only a crash has a line; the row with its text has the number again.
        sentence, gap, rest = one.message.partition("\n\n")
        crash = _CRASHED.match(sentence)
        if crash:
            line = self.place(int(crash[1]))[1]
            row = re.compile(rf"^ *{crash[1]} \| ", re.MULTILINE)
            rest = row.sub(f"{line:4} | ", rest, count=1)
        return msgspec.structs.replace(
            one, message=self._sentence(sentence) + gap + rest
        )

    def _sentence(self, text: str) -> str:
        crash = _CRASHED.match(text)
        if crash is None:
            return text
        rest = text[crash.end() :]
        for of_file, of_cells in WORDS.items():
            rest = rest.replace(of_file, of_cells, 1)
        return f"{self._line(crash[1], 'L')}: {rest}"

    def _said(self, found: re.Match[str]) -> str:
        return self._line(found[1] or found[2], "l")

    def _line(self, number: str, letter: str) -> str:
        called, line, cell = self.place(int(number))
        elsewhere = "" if cell == self.target else f" of {called}"
        return f"{letter}ine {line}{elsewhere}"


def definer(cells: Sequence[Cell], names: Sequence[str]) -> Cell | None:
    """Return the last cell that defines one of the names; an import does not.

    A cell that is no Python may still look as if it did.
    """
    either = "|".join(map(re.escape, names))
    seems = re.compile(rf"^(?:async\s+)?(?:def|class)\s+(?:{either})\b", re.MULTILINE)
    for cell in reversed(cells):
        # Parsing is slow. Letters outside ASCII may stand for others.
        if cell.text.isascii() and not any(name in cell.text for name in names):
            continue
        tree = _tree(cell.text)
        if seems.search(cell.text) if tree is None else _binds(tree) & set(names):
            return cell
    return None


def defined(course: Course, cell: Cell) -> list[str]:
    """Return the exercises that a cell defines, in the order of the course."""
    return [
        place.exercise.name
        for place in course
        if definer([cell], (place.exercise.name, *place.exercise.aliases))
    ]


def read(
    course: Course,
    place: Place,
    cells: Sequence[Cell],
    target: Cell,
    called: str = EXECUTED,
) -> tuple[Submission, Entry, Joined]:
    """Read an exercise from the cell that defines it and from the others.

    `called` is what messages call a cell, by its number.
    """
    names = (place.exercise.name, *place.exercise.aliases)
    pattern, called = called, called.format(target.number)
    try:
        own = parse(target.text.encode(), called)
    except UnreadableError as error:
        status, message = Status.UNREADABLE, error.about(called)
        entry = Entry(place, called, status, message, fault=Spot(error.line or 1))
        source = parse(b"", called)
        joined = Joined(source, ((1, target),), target.number, pattern)
        return _submission(course, source), entry, joined
    kept = list(_kept(cells, target, names))
    try:
        source, starts = _join(kept, called)
    except UnreadableError:
        # Each cell is Python, but not all of them in one file.
        source, starts = own, ((1, target),)
    joined = Joined(source, starts, target.number, pattern)
    return _submission(course, source), answer(place, source, called), joined


def _submission(course: Course, source: Source) -> Submission:
    return Submission(id=course.root.name, path=PATH, sha256=source.sha256)


def _kept(cells: Sequence[Cell], target: Cell, names: Sequence[str]) -> Iterator[Cell]:
    """Yield the cells that count: what runs, and what a limit has room for."""
    room = MAX_SOURCE - len(target.text.encode()) - 1
    wanted = {target.number}
    later: set[str] = set()
    total = sum(len(cell.text.encode()) + 1 for cell in cells)
    for cell in reversed(cells):
        tree = _tree(cell.text)
        if cell.number == target.number or tree is None:
            continue
        binds = _binds(tree)
        if cell.number > target.number and binds & set(names):
            # The function asked about is an older one.
            continue
        size = len(cell.text.encode()) + 1
        if total > MAX_SOURCE and (size > room or (binds and binds <= later)):
            continue
        room -= size
        later |= binds
        wanted.add(cell.number)
    yield from (cell for cell in cells if cell.number in wanted)


def _join(
    cells: Sequence[Cell], called: str
) -> tuple[Source, tuple[tuple[int, Cell], ...]]:
    texts, starts = [], []
    line = 1
    futures = []
    for cell in cells:
        text, future = _without_future(cell.text)
        futures += future
        texts.append(text)
    if futures:
        # One file has them at its top.
        texts.insert(0, "; ".join(dict.fromkeys(futures)))
        line += 1
    for cell in cells:
        starts.append((line, cell))
        line += cell.text.count("\n") + 1
    return parse("\n".join(texts).encode(), called), tuple(starts)


def _without_future(text: str) -> tuple[str, list[str]]:
    """Return a cell with its imports from `__future__` blanked out, and those."""
    if "__future__" not in text:
        return text, []
    lines, found = text.split("\n"), []
    tree = _tree(text)
    for node in tree.body if tree else ():
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            found.append(ast.unparse(node))
            for index in range(node.lineno - 1, node.end_lineno or node.lineno):
                lines[index] = ""
    return "\n".join(lines), found


def _tree(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _binds(tree: ast.Module) -> set[str]:
    """Return the names that a cell's statements define at module level."""
    names: set[str] = set()
    pending: list[ast.AST] = [tree]
    while pending:
        match pending.pop():
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                names.add(name)
            case ast.ClassDef(name=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.Lambda() | ast.comprehension():
                # What they bind is their own.
                pass
            case node:
                pending += ast.iter_child_nodes(node)
    return names


def missing(names: Sequence[str], target: Cell | None) -> UsageError:
    """Return what is wrong when no cell, or not this one, defines a function."""
    if target is not None:
        return UsageError(
            f"This cell does not define `{names[0]}`.",
            f"%check {names[0]} checks the one of another cell.",
        )
    return UsageError(
        f"No cell that was run defines `{names[0]}`.",
        f"Run the cell with `def {names[0]}`, then check again.",
    )
