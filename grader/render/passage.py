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
        shown: list[str] = []
        calls: list[str] = []
        for row in block.split("\n"):
            if heard(PYTHONS, row):
                python.append(row)
            elif heard(CALLED, row):
                calls.append(row)
            else:
                shown.append(row)
        parts.append(Block("\n".join(shown), tuple(calls)))
    return Passage(tuple(parts), sentence, tuple(python))
