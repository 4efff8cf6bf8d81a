"""Paths and commands as they work where they are read: in the current folder."""

import shlex
from collections.abc import Callable
from pathlib import Path

Command = Callable[..., str]
"""Returns the command line of `grader` with these words."""


def path(file: Path) -> str:
    """Return a file's path from the current folder, as a whole if it is not in it."""
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)


def command(course: Path | None) -> Command:
    """Return what writes commands for the course that was asked for."""
    before = ["grader"] if course is None else ["grader", "--course", str(course)]
    return lambda *words: shlex.join([*before, *words])
