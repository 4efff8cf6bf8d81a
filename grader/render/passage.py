"""The message of a case taken apart: its sentence, arrays and code, Python's words."""

from typing import NamedTuple

from grader.language import heard
from grader.verdict import CALLED, PYTHONS


class Block(NamedTuple):
    """Arrays or code as they stand, and the call that they belong to."""

    text: str
    calls: tuple[str, ...]


class Passage(NamedTuple):
    """What is told of a case that did not pass; `python` is what to search for."""

    blocks: tuple[Block, ...]
    sentence: str
    python: tuple[str, ...]


def parted(message: str) -> Passage:
    """Return the parts of a message in the order in which they are read."""
    sentence, *blocks = message.split("\n\n")
    parts: list[Block] = []
    python: list[str] = []
    for block in blocks:
        rows = block.split("\n")
        python += [row for row in rows if heard(PYTHONS, row)]
        shown = [row for row in rows if not (heard(PYTHONS, row) or heard(CALLED, row))]
        calls = tuple(row for row in rows if heard(CALLED, row))
        parts.append(Block("\n".join(shown), calls))
    return Passage(tuple(parts), sentence, tuple(python))
