"""The stub of an exercise, made from its solution: the only source."""

import ast
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import final

from grader import kit, language, translation
from grader.course import Place
from grader.errors import UsageError
from grader.submission.spoken import translated

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"
STARTS = "# YOUR CODE STARTS HERE"
ENDS = "# YOUR CODE ENDS HERE"


@final
class MarkerError(Exception):
    """A solution whose markers do not pair up; the message names the line."""


# All stubs of a course are asked for with each submission of a class.
@lru_cache(maxsize=256)
def make(solution: str) -> str:
    """Return the text of a solution with each marked region blanked out."""
    lines: list[str] = []
    opened = 0
    text = solution.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    for number, line in enumerate(text.split("\n"), 1):
        word = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if word == BEGIN and not opened:
            opened = number
            lines += [indent + STARTS, indent + "...", indent + ENDS]
        elif word == END and opened:
            opened = 0
        elif word in (BEGIN, END):
            raise MarkerError(f"line {number}: `{word}` has no partner")
        elif not opened:
            lines.append(line)
    if opened:
        raise MarkerError(f"line {opened}: `{BEGIN}` has no partner")
    if not any(line.strip() == STARTS for line in lines):
        raise MarkerError(f"no `{BEGIN}`: nothing is left for the student to write")
    return "\n".join(lines) + "\n"


def function(solution: Path, name: str) -> ast.stmt | None:
    """Return the stub's function of the solution at `solution`; None if not there."""
    try:
        return _defined(make(_content(solution)), name)
    except (OSError, MarkerError, ValueError):
        # A broken solution is told of when it is loaded.
        return None


def read(place: Place) -> str:
    """Return the stub of an exercise, made from its solution in the language at hand.

    Raises MarkerError, and OSError or ValueError for a solution that cannot be read.
    """
    made = make(_content(place.solution))
    if language.spoken() == language.ENGLISH:
        return made
    try:
        return translated(made, partial(translation.said, place))
    except SyntaxError:
        # It is told of where the solution is loaded.
        return made


def text(place: Place) -> str | None:
    """Return the stub of an exercise as it is shipped; None if it is not known.

    It is made from the solution; a student kit has kept it, in its own language.
    """
    try:
        shipped = kit.shipped(place) if place.root != place.base else None
        return shipped.stub if shipped else read(place)
    except FileNotFoundError:
        shipped = kit.shipped(place)
        return shipped.stub if shipped else None
    except (OSError, MarkerError, ValueError):
        return None


def versions(place: Place) -> Iterator[str]:
    """Yield the stub of an exercise as its file may hold it: in any language.

    A student may change the language at any time.
    """
    shipped = kit.shipped(place)
    if shipped is not None:
        yield shipped.stub
    try:
        made = make(_content(place.solution))
        yield made
        for tongue in language.LANGUAGES:
            known = translation.pairs(translation.file_of(place, tongue), tongue)
            if known:
                yield translated(made, partial(_known, known))
    except (OSError, MarkerError, SyntaxError, UsageError, ValueError):
        # What is broken is told of where it is loaded.
        return


def _content(solution: Path) -> str:
    """Return the text of a solution, which is read again once it was changed."""
    about = solution.stat()
    return _read(solution, (about.st_ino, about.st_size, about.st_mtime_ns))


@lru_cache(maxsize=256)
def _read(solution: Path, _about: tuple[int, ...]) -> str:
    return solution.read_text("utf-8")


def _known(pairs: dict[str, str], text: str) -> str:
    return pairs.get(text) or text


def definition(place: Place) -> ast.stmt | None:
    """Return the stub's function of an exercise; None if it is not known."""
    shipped = text(place)
    return _defined(shipped, place.exercise.name) if shipped else None


def defines(text: str, name: str) -> bool:
    """Return whether the text of a stub is Python that defines the function `name`."""
    return _defined(text, name) is not None


@lru_cache(maxsize=256)
def _defined(text: str, name: str) -> ast.stmt | None:
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError):
        return None
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            return node
    return None
