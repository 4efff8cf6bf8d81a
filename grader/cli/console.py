"""Where prose goes, and what a problem looks like."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


def console(*, stderr: bool = False) -> "Console":
    """Return a console without markup or highlighting: what is printed is data."""
    from rich.console import Console  # noqa: PLC0415 - not needed for JSON

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def error_console() -> "Console":
    """Return the console on stderr."""
    return console(stderr=True)


def problem(message: str, help: str) -> None:  # noqa: A002 - the word
    """Print what is wrong, and what to do about it, on stderr."""
    from grader.render.text import printable  # noqa: PLC0415 - only with a problem

    out = error_console()
    out.print(printable(message), soft_wrap=True, style="bold")
    if help:
        out.print(printable(help), soft_wrap=True)
