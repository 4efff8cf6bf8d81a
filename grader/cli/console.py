"""Where prose goes, and what a problem looks like."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grader.language import marked, say

if TYPE_CHECKING:
    from rich.console import Console


def console(*, stderr: bool = False) -> "Console":
    """Return a console without markup or highlighting: what is printed is data."""
    from rich.console import Console  # noqa: PLC0415 - not needed for JSON

    return Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def error_console() -> "Console":
    """Return the console on stderr."""
    return console(stderr=True)


CHECKING = marked("checking {name} …")


@contextmanager
def working(doing: str = CHECKING) -> Iterator[Callable[[str], None] | None]:
    """Show on a terminal what is `doing`, and take it away at the end.

    Yields a function that takes the name, None where there is no terminal.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return

    def starting(name: str) -> None:
        # Plain control codes: the libraries for this would be loaded too early.
        sys.stderr.write(f"\r\x1b[K{say(doing).format(name=name)}")
        sys.stderr.flush()

    try:
        yield starting
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def problem(message: str, help: str) -> None:  # noqa: A002 - the word
    """Print what is wrong, and what to do about it, on stderr."""
    from grader.render.text import printable  # noqa: PLC0415 - only with a problem

    out = error_console()
    out.print(printable(message), soft_wrap=True, style="bold")
    if help:
        out.print(printable(help), soft_wrap=True)
