"""The text of a student's file as Python source: parsed, never run."""

import ast
import hashlib
import symtable
import tokenize
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

import msgspec

from grader.language import say
from grader.spot import Spot
from grader.submission import parser, syntax, vetting
from grader.submission.files import UnreadableError

# Whole courses fit in a third of it; of more, every later step would have to be wary.
MAX_SOURCE = 128 << 10
# No screen shows more of a line.
MAX_HEAD = 400
_PYTHON_2 = ("Missing parentheses in call to", "multiple exception types must be")


class Layout(NamedTuple):
    """Which lines of a joined text are which cells of a notebook."""

    starts: tuple[int, ...]
    """The first line of each cell in the text, counted from 1, in order."""
    numbers: tuple[int, ...]
    own: int | None = None
    """The cell that messages speak of as if it were the file."""

    def cell(self, number: int) -> int | None:
        """Return the cell of a spot in the cell of this number."""
        return None if number == self.own else number

    def spot(self, line: int) -> Spot:
        """Return the cell, and the line in it, that a line of the text is."""
        at = max(0, bisect_right(self.starts, line) - 1)
        return Spot(line - self.starts[at] + 1, self.cell(self.numbers[at]))


class Broken(NamedTuple):
    """Code of a notebook that is not valid Python, and stands as empty lines.

    `names` are the functions that it would define. `blank` is the definition once
    its empty blocks are filled, with its text, where nothing else is wrong with it.
    """

    names: frozenset[str]
    fault: UnreadableError
    blank: tuple[ast.stmt, str] | None = None


class Source(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A file as read: `label` is what messages call it.

    Of a notebook `text` is its cells joined, each line of which is a line here;
    `layout` says which, and `place` is how a line is told to anybody.
    """

    label: str
    text: str
    tree: ast.Module
    scopes: symtable.SymbolTable
    layout: Layout | None = None
    broken: tuple[Broken, ...] = ()

    @cached_property
    def lines(self) -> list[str]:
        """The lines of `text`, without their ends; not to be changed."""
        return self.text.split("\n")

    def place(self, line: int) -> Spot:
        """Return where a line of `text` is found in the file."""
        return Spot(line) if self.layout is None else self.layout.spot(line)

    def at(self, spot: Spot) -> str:
        """Return the text of the line at a spot; empty if there is none."""
        if self.layout is None:
            return self.line(spot.line)
        cell = self.layout.own if spot.cell is None else spot.cell
        if cell not in self.layout.numbers:
            return self.line(spot.line)
        start = self.layout.starts[self.layout.numbers.index(cell)]
        return self.line(start + spot.line - 1)

    def line(self, number: int) -> str:
        """Return the text of a line, counted from 1; empty if there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def column(self, node: ast.stmt | ast.expr) -> int:
        """Return the column at which a node begins, counted from 1 in characters."""
        # Offsets count bytes.
        before = self.line(node.lineno).encode()[: node.col_offset]
        return len(before.decode("utf-8", "replace")) + 1

    def width(self, node: ast.stmt | ast.expr) -> int:
        """Return how many characters a node's head takes on its first line.

        The head of a loop or a function is what comes before its body; no comment is
        part of it.
        """
        line = self.line(node.lineno).encode()
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) else None
        end = None
        if first is not None and first.lineno == node.lineno:
            end = first.col_offset
        elif first is None and node.end_lineno == node.lineno:
            end = node.end_col_offset
        head = line[node.col_offset : end][:MAX_HEAD].decode("utf-8", "replace")
        return len(_code(head))


def digest(data: bytes) -> str:
    """Return the SHA-256 of what was read, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the SHA-256 of files by name, in hexadecimal."""
    whole = hashlib.sha256()
    for name, data in files:
        whole.update(f"{name}\0{len(data)}\0".encode() + data)
    return whole.hexdigest()


def parse(data: bytes, label: str) -> Source:
    """Return `data` as Python source. Raises UnreadableError if it is none."""
    if len(data) > MAX_SOURCE:
        told = say("is larger than {size} KB")
        raise UnreadableError(told.format(size=MAX_SOURCE >> 10))
    if b"\0" in data:
        line = _line_at(data, data.index(b"\0"))
        told = say("holds NUL bytes, so it is not Python source")
        raise UnreadableError(told, line)
    try:
        # Always UTF-8: another encoding could hide code in a comment.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_at(data, error.start)
        told = say("is not UTF-8 text; save it as UTF-8")
        raise UnreadableError(told, line) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    complaint = vetting.complaint(text)
    if complaint:
        raise UnreadableError(complaint, 1)
    try:
        parsed = parser.parse(text, label)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UnreadableError(*complaint_of(error)) from None
    return Source(label, text, parsed.tree, parsed.scopes)


def complaint_of(error: Exception) -> tuple[str, int]:
    """Return what the parser has against a text, and at which line."""
    if isinstance(error, SyntaxError):
        said = error.msg or "invalid syntax"
        what = say("is not valid Python")
        if said.startswith(_PYTHON_2):
            what = say("is Python 2 and not valid Python 3")
        said = f"{type(error).__name__}: {said}"
        words = syntax.explain(error)
        if words is not None:
            told = say("{is_so}: {why} ({said})")
            return told.format(is_so=what, why=words, said=said), error.lineno or 1
        told = say("{is_so}: {why}")
        return told.format(is_so=what, why=said), error.lineno or 1
    if isinstance(error, RecursionError | MemoryError):
        return say("is nested too deep to be read"), 1
    told = say("{is_so}: {why}")
    return told.format(is_so=say("is not valid Python"), why=error), 1


def _code(text: str) -> str:
    """Return the beginning of a line of code without a comment at its end."""
    try:
        for token in tokenize.generate_tokens(iter([text]).__next__):
            if token.type == tokenize.COMMENT:
                return text[: token.start[1]].rstrip()
    except (tokenize.TokenError, SyntaxError):
        # What is opened here and closed on a later line.
        pass
    return text.rstrip()


def _line_at(data: bytes, position: int) -> int:
    """Return the line of a byte, counted from 1, with line ends of any system."""
    before = data[:position]
    ends = before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n")
    return ends + 1
