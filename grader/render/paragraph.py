"""Sentences on the screen: wrapped at words, indented, never wider than 80 columns."""

import textwrap

from rich.console import Console
from rich.text import Text

from grader.render.text import printable

WIDTH = 80


def paragraph(console: Console, text: str, indent: int, style: str = "") -> None:
    """Print text as one paragraph."""
    margin = " " * indent
    rows = textwrap.wrap(
        printable(text),
        min(console.width, WIDTH),
        initial_indent=margin,
        subsequent_indent=margin,
        break_on_hyphens=False,
    )
    for row in rows:
        console.print(Text(row, style=style), soft_wrap=True)
