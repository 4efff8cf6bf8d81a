"""The cells of a notebook joined into one source, in document order.

Each is tried alone: one that is no Python costs itself and nothing else, and of its
statements those that are Python are kept.
"""

import ast
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from grader.language import say
from grader.submission import ipython, notebook, parser, vetting
from grader.submission.files import UnreadableError
from grader.submission.nodes import first_line
from grader.submission.notebook import Cell
from grader.submission.source import (
    MAX_SOURCE,
    Broken,
    Layout,
    Source,
    complaint_of,
)
from grader.submission.vetting import SHORT_BYTES

# Cells that were each parsed without harm are harmless together, up to here.
TOGETHER_BYTES = 4 * SHORT_BYTES
# A text of several lines may have some that look like the start of a statement.
MAX_JOINED = 6
MAX_STATEMENTS = 2_000
MAX_SAVED = 200
MAX_FILLED = 20

_DEFINES = re.compile(r"^(?:(?:async\s+)?def|class)\s+(\w+)", re.MULTILINE)
# A closing bracket, and what a merge conflict is marked with, begin nothing.
_START = re.compile(r"(?!<{7} |={7}$|>{7} )[^\s#)\]}]")
_GOES_ON = re.compile(r"(?:else|elif|except|finally)\b")
_FUTURE = re.compile(r"from __future__ import [\w, ]+$", re.MULTILINE)
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_UNFINISHED = re.compile(r"never closed|unterminated triple-quoted|unexpected EOF")
_EMPTY_BLOCK = re.compile(r"expected an indented block after .* on line (\d+)")


class _Part(NamedTuple):
    """Some lines of a cell, from `start`, counted from 0."""

    start: int
    lines: list[str]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def parse(data: bytes, label: str) -> Source:
    """Return a notebook as Python source. Raises UnreadableError if it is none."""
    return join(notebook.read(data), label)


def join(cells: Sequence[Cell], label: str, own: int | None = None) -> Source:
    """Return cells as one source. Raises UnreadableError for what cannot be one.

    The lines of the cell `own` are told by their number alone.
    """
    if sum(len(cell.text) for cell in cells) > 4 * MAX_SOURCE:
        raise _too_much()
    layout = _layout(cells, own)
    parsed = _whole([cell.text for cell in cells], label)
    if parsed is not None:
        joined = "\n".join(cell.text for cell in cells)
        return Source(label, joined, parsed.tree, parsed.scopes, layout)
    texts, broken = _python(cells, layout)
    joined = "\n".join(_without_futures(texts))
    if len(joined.encode("utf-8")) > MAX_SOURCE:
        raise _too_much()
    if len(joined) > TOGETHER_BYTES and (complaint := vetting.complaint(joined)):
        raise UnreadableError(complaint)
    try:
        parsed = parser.parse(joined, label)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        # What only the table of names finds, such as a `global` after its use.
        said, at = complaint_of(error)
        spot = layout.spot(at)
        raise UnreadableError(said, spot.line, cell=spot.cell) from None
    return Source(label, joined, parsed.tree, parsed.scopes, layout, tuple(broken))


def _too_much() -> UnreadableError:
    told = say("holds more than {size} KB of code")
    return UnreadableError(told.format(size=MAX_SOURCE >> 10))


def would_define(text: str) -> frozenset[str]:
    """Return the functions that a text would define if it were Python, by its look."""
    return frozenset(_DEFINES.findall(text))


def _layout(cells: Sequence[Cell], own: int | None) -> Layout:
    starts, line = [], 1
    for cell in cells:
        starts.append(line)
        line += cell.text.count("\n") + 1
    return Layout(tuple(starts), tuple(cell.number for cell in cells), own)


def _whole(texts: list[str], label: str) -> parser.Parsed | None:
    """Return short cells parsed as one text, where each is sure to be Python alone.

    That takes half the time. It is sure where no statement begins in one cell and ends
    in another, and nothing stands at the end of a cell, or for the first one only, that
    means something else beside another.
    """
    joined = "\n".join(texts)
    if len(joined.encode("utf-8")) > SHORT_BYTES or "\r" in joined:
        return None
    if "__future__" in joined or any(text.endswith("\\") for text in texts):
        return None
    try:
        parsed = parser.parse(joined, label)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    ends = accumulate(text.count("\n") + 1 for text in texts)
    lines = joined.split("\n")
    end = 0
    for statement in parsed.tree.body:
        first = first_line(statement)
        while first > end:
            end = next(ends)
        signed = first == statement.lineno or lines[first - 1].startswith("@")
        if not signed or (statement.end_lineno or 0) > end:
            return None
    return parsed


def _python(cells: Sequence[Cell], layout: Layout) -> tuple[list[str], list[Broken]]:
    """Return each cell as Python of as many lines, and what of them is none."""
    texts = [cell.text for cell in cells]
    broken: list[Broken] = []
    for at, fault in enumerate(_faults(texts)):
        if fault is None:
            continue
        texts[at] = ipython.plain(texts[at])
        if _faults([texts[at]])[0] is not None:
            if len(broken) > MAX_SAVED:
                raise UnreadableError(say("holds too much that is not valid Python"))
            texts[at], found = _saved(texts[at], layout.cell(cells[at].number))
            broken += found
    return texts, broken


def _faults(texts: list[str]) -> list[Exception | None]:
    """Return what the parser has against each text; long ones it tries elsewhere."""
    long = {
        at: vetting.complaint(text)
        for at, text in enumerate(texts)
        if len(text.encode("utf-8")) > SHORT_BYTES
    }
    short = parser.faults("" if long.get(at) else text for at, text in enumerate(texts))
    return [
        RecursionError() if long.get(at) else fault for at, fault in enumerate(short)
    ]


def _saved(text: str, cell: int | None) -> tuple[str, list[Broken]]:
    """Return a cell with the statements that are no Python blanked, and those."""
    whole = _Part(0, text.split("\n"))
    parts = _parts(whole.lines)
    if len(parts) > MAX_STATEMENTS:
        return "\n" * text.count("\n"), [_broken(whole, cell)]
    lines = [""] * len(whole.lines)
    broken = []
    while parts:
        part, count = _readable(parts)
        if count:
            lines[part.start : part.start + len(part.lines)] = part.lines
        else:
            broken.append(_broken(part, cell))
        parts = parts[max(1, count) :]
    # One mistake can take several parts; what defines nothing is told only once.
    named = [one for one in broken if one.names]
    return "\n".join(lines), named or broken[:1]


def _readable(parts: list[_Part]) -> tuple[_Part, int]:
    """Return the first parts that are Python together, and how many they are."""
    first = whole = parts[0]
    for count in range(1, min(MAX_JOINED, len(parts)) + 1):
        if count > 1:
            whole = _Part(first.start, whole.lines + parts[count - 1].lines)
        if len(whole.text) > SHORT_BYTES:
            break
        (fault,) = _faults([whole.text])
        if fault is None:
            return whole, count
        if not _UNFINISHED.search(getattr(fault, "msg", None) or ""):
            break
    return first, 0


def _parts(lines: list[str]) -> list[_Part]:
    """Return lines taken apart where a statement may begin."""
    parts: list[_Part] = []
    decorated = False
    for at, line in enumerate(lines):
        begins = _START.match(line) and not _GOES_ON.match(line) and not decorated
        if begins or not parts:
            parts.append(_Part(at, [line]))
        else:
            parts[-1].lines.append(line)
        if line.strip() and not line.startswith((" ", "\t")):
            decorated = line.startswith("@")
    return parts


def _broken(part: _Part, cell: int | None) -> Broken:
    """Return a part that is no Python, with Python's own complaint."""
    names = would_define(part.text)
    (fault,) = _faults([part.text])
    said, line = complaint_of(fault or SyntaxError("invalid syntax"))
    if found := _CONFLICT.search(part.text):
        said = say("holds the marks of a merge conflict (<<<<<<<, >>>>>>>)")
        line = part.text.count("\n", 0, found.start()) + 1
    # Where the text ends Python may say that the next line is at fault.
    line = min(line, len(part.lines))
    error = UnreadableError(said, part.start + line, cell=cell)
    return Broken(names, error, _filled(part.lines) if names else None)


def _filled(lines: list[str]) -> tuple[ast.stmt, str] | None:
    """Return a definition with its empty blocks filled, None if that is not all.

    A block that holds only comments is how some notebooks leave room for an answer.
    """
    lines = list(lines)
    for _ in range(MAX_FILLED):
        text = "\n".join(lines)
        (fault,) = _faults([text])
        if fault is None:
            body = ast.parse(text).body
            return (body[0], text) if body else None
        found = _EMPTY_BLOCK.match(getattr(fault, "msg", None) or "")
        if found is None:
            return None
        head = int(found[1])
        end = getattr(fault, "lineno", None) or len(lines)
        free = [
            at
            for at in range(head, min(end, len(lines)))
            if not lines[at].strip() or lines[at].lstrip().startswith("#")
        ]
        if not free:
            return None
        line = lines[head - 1]
        indent = line[: len(line) - len(line.lstrip())]
        lines[free[0]] = f"{indent}    pass"
    return None


def _without_futures(texts: list[str]) -> list[str]:
    """Return the texts with `from __future__` left only where Python allows it."""
    first = next((at for at, text in enumerate(texts) if text.strip()), 0)
    return [
        text if at == first else _FUTURE.sub("pass", text)
        for at, text in enumerate(texts)
    ]
