"""Student text on its way to a terminal: cut first, then shown, never sent."""

import re
import unicodedata

from grader.spot import Spot

MAX_TEXT = 20_000

# Other than line feed: what could move the cursor, recolour, or reverse the line.
_HARMLESS = {"\n", " "}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def printable(text: str, most: int = MAX_TEXT) -> str:
    """Return text with control, format and unpaired characters made visible."""
    if len(text) > most:
        text = text[:most] + "… (cut)"
    return "".join(
        one
        if one in _HARMLESS or unicodedata.category(one) not in _HIDDEN
        else _visible(one)
        for one in text.replace("\r\n", "\n").replace("\t", "    ")
    )


def is_cell(file: str) -> bool:
    """Return whether messages call a cell of a kernel so, which is no file."""
    return file == "this cell" or re.fullmatch(r"cell \[\d+\]", file) is not None


def position(file: str, spot: Spot) -> str:
    """Return a place as messages write it."""
    if is_cell(file):
        return f"{file}, {spot.said}" if spot.cell is None else spot.said
    return spot.of(printable(file))


def next_action(text: str, width: int) -> str:
    """Return the next action on one line, or its command on a line of its own."""
    if len(text) <= width:
        return text
    return re.sub(r" ((?:then )?run: )", r"\n\1", text, count=1)


def _visible(one: str) -> str:
    code = ord(one)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
