"""Python source on the screen, in the terminal's own colours."""

from rich.console import Console
from rich.text import Text

from grader.render.text import printable

THEME = "ansi_dark"
"""Of the sixteen colours that a terminal's user has chosen; nothing behind them."""


def code(console: Console, source: str, indent: int) -> None:
    """Print source with its syntax in colours; no line is broken."""
    # Loaded late: it brings a highlighter of many languages.
    from rich.syntax import Syntax  # noqa: PLC0415

    syntax = Syntax("", "python", theme=THEME, background_color="default")
    for line in syntax.highlight(printable(source)).split("\n"):
        line.rstrip()
        row = Text(" " * indent).append_text(line) if line.plain else Text()
        console.print(row, soft_wrap=True)
