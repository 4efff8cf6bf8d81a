"""Student text on its way to a terminal: cut first, then shown, never sent."""

import re
import unicodedata

from rich.cells import cell_len

from grader.language import marked, say
from grader.spot import CELL, HERE, Spot

MAX_TEXT = 20_000

# Other than line feed: what could move the cursor, recolour, or reverse the line.
_HARMLESS = {"\n", " "}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
RUN = (marked("then run: "), marked("run: "))
"""What stands before the command of a next action, in each text that has one."""


def printable(text: str, most: int = MAX_TEXT) -> str:
    """Return text with control, format and unpaired characters made visible."""
    if len(text) > most:
        text = say("{text}… (cut)").format(text=text[:most])
    # Python's own idea of it is stricter, and most text meets it.
    if text.replace("\n", "").isprintable():
        return text
    return "".join(
        one
        if one in _HARMLESS or unicodedata.category(one) not in _HIDDEN
        else _visible(one)
        for one in text.replace("\r\n", "\n").replace("\t", "    ")
    )


def is_cell(file: str) -> bool:
    """Return whether messages call a cell of a kernel so, which is no file."""
    if file in {HERE, say(HERE)}:
        return True
    written = "|".join(re.escape(one) for one in (CELL, say(CELL)))
    number = r"\[\d+\]"
    pattern = written.replace(re.escape("{number}"), number)
    return re.fullmatch(pattern, file) is not None


def position(file: str, spot: Spot) -> str:
    """Return a place as messages write it."""
    if is_cell(file):
        told = say("{cell}, {where}").format(cell=file, where=spot.said)
        return told if spot.cell is None else spot.said
    return spot.of(printable(file))


def next_action(text: str, width: int) -> str:
    """Return the next action on one line, or its command on a line of its own."""
    if cell_len(text) <= width:
        return text
    before = "|".join(re.escape(one) for run in RUN for one in (say(run), run))
    return re.sub(rf" ?\b({before})", r"\n\1", text, count=1)


def _visible(one: str) -> str:
    code = ord(one)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
