"""Sentences on the screen: wrapped at words, indented, never wider than 80 columns."""

import re

from rich.console import Console
from rich.text import Text

from grader.render.text import printable
from grader.wrapping import wrap

WIDTH = 80
NO_BREAK = "\N{NO-BREAK SPACE}"


def paragraph(console: Console, text: str, indent: int, style: str = "") -> None:
    """Print text as one paragraph."""
    margin = " " * indent
    hanging(console, text, margin, margin, style)


def hanging(
    console: Console, text: str, first: str, rest: str, style: str = ""
) -> None:
    """Print text as one paragraph that begins with `first`; `rest` is its margin."""
    # A shape or an index is one word.
    whole = re.sub(r"(?<=\d), (?=\d)", f",{NO_BREAK}", printable(text))
    for row in wrap(whole, min(console.width, WIDTH), first, rest):
        console.print(Text(row.replace(NO_BREAK, " "), style=style), soft_wrap=True)
