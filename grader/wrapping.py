"""Text in lines that fit: between words, and between the signs of Chinese."""

import re
import textwrap

from rich.cells import cell_len

# What must not begin a line: it belongs to what is before it.
_CLOSING = "，。、；：？！）」』》”’…"
# What must not end one.
_OPENING = "（「『《“‘"
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…]"
# Compiled when it is needed: that takes some milliseconds.
_PIECE = (
    rf"\s+|[{_OPENING}]*(?:(?!{_WIDE})\S)+[{_CLOSING}]*"
    rf"|[{_OPENING}]*{_WIDE}[{_CLOSING}]*"
)


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return the lines of a paragraph; `first` begins it, `rest` each further line.

    A line is as wide as a terminal shows it: Chinese signs take two cells.
    """
    if not re.search(_WIDE, text):
        return textwrap.wrap(
            text, width, initial_indent=first, subsequent_indent=rest,
            break_on_hyphens=False,
        )  # fmt: skip
    lines: list[str] = []
    line, begun = first, False
    for piece in re.findall(_PIECE, " ".join(text.split(" "))):
        blank = piece.isspace()
        if begun and cell_len(line) + cell_len(piece) > width and not blank:
            lines.append(line.rstrip(" "))
            line, begun = rest, False
        if blank and not begun:
            continue
        line += piece
        begun = True
    return [*lines, line.rstrip(" ")] if begun else lines


def padded(text: str, width: int) -> str:
    """Return text filled up with blanks to as many cells of a terminal."""
    return text + " " * max(0, width - cell_len(text))
