"""Student text on its way to a terminal: cut first, then shown, never sent."""

import re
import unicodedata

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


def position(file: str, line: int) -> str:
    """Return a place as messages write it; a cell is no file."""
    cell = file == "this cell" or re.fullmatch(r"cell (\d+|\[\d+\])", file)
    return f"{file}, line {line}" if cell else f"{printable(file)}:{line}"


def next_action(text: str, width: int) -> str:
    """Return the next action on one line, or its command on a line of its own."""
    if len(text) <= width:
        return text
    return re.sub(r" ((?:then )?run: )", r"\n\1", text, count=1)


def _visible(one: str) -> str:
    code = ord(one)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
