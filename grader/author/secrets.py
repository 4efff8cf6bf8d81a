"""What a student kit must not hold: answers, hidden cases, known wrong answers."""

import ast
import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from grader.author import texts
from grader.course import Course, Place
from grader.errors import UsageError
from grader.submission.stub import BEGIN, END
from grader.translation import file_of, pairs

# Of the text without blanks: fewer letters say nothing (`m = X.shape[1]`, `else:`).
LINE, NAME, SENTENCE = 12, 8, 24
SIGNS = 14
"""Of a sentence in Chinese signs: one says what two letters do, and phrases recur."""
DIGITS = 6
"""As many significant digits are no round number: someone computed them."""

_NUMBER = re.compile(r"(?<![\w.])\d+\.?\d*(?:[eE][+-]?\d+)?")


class Kind(Enum):
    """What is kept from students, as a message calls it."""

    SOLUTION = "the solution"
    HIDDEN = "a hidden case"
    MISCONCEPTION = "a known wrong answer"
    SLOW = "the version with a loop"


class Block(NamedTuple):
    """Lines of one secret that belong together; `lines` are squeezed, by number."""

    kind: Kind
    path: str
    lines: tuple[tuple[int, str], ...]


class Word(NamedTuple):
    """A name, a sentence or a number that is known on the instructor's side alone."""

    kind: Kind
    path: str
    line: int
    text: str


class Secrets(NamedTuple):
    """All that is kept from students in a course."""

    blocks: tuple[Block, ...]
    words: tuple[Word, ...]


def squeeze(text: str) -> str:
    """Return a line without blanks, and without what a doctest has before it."""
    return re.sub(r"\s+", "", text.strip().removeprefix(">>> ").removeprefix("... "))


def secrets(course: Course) -> Secrets:
    """Return what the kit of a course must not hold."""
    blocks: list[Block] = []
    words: list[Word] = []
    for place in course:
        blocks += _solution(course, place)
        sides = (
            (Kind.HIDDEN, place.hidden),
            (Kind.MISCONCEPTION, place.misconceptions),
            (Kind.SLOW, place.slow),
        )
        for kind, path in sides:
            if path.is_file():
                shown = path.relative_to(course.root).as_posix()
                text = _text(path, shown)
                blocks += _functions(kind, shown, text)
                words += _words(kind, shown, text)
        for tongue in course.languages:
            words += _translated(course, place, tongue)
    return Secrets(tuple(blocks), tuple(words))


def numbers(text: str) -> set[str]:
    """Return the numbers in a text that someone computed, by their digits."""
    return {
        digits for one in _NUMBER.findall(text) if len(digits := _digits(one)) >= DIGITS
    }


def _digits(number: str) -> str:
    return re.split("[eE]", number)[0].replace(".", "").strip("0")


def _solution(course: Course, place: Place) -> Iterator[Block]:
    shown = place.solution.relative_to(course.root).as_posix()
    region: list[tuple[int, str]] = []
    inside = False
    for number, line in enumerate(_text(place.solution, shown).splitlines(), 1):
        if line.strip() == BEGIN:
            inside, region = True, []
        elif line.strip() == END:
            inside = False
            yield Block(Kind.SOLUTION, shown, _telling(region))
        elif inside:
            region.append((number, line))


def _functions(kind: Kind, shown: str, text: str) -> Iterator[Block]:
    """Yield the bodies of functions: signatures are the contract, which all know."""
    lines = text.splitlines()
    for function in _defined(text):
        body = _body(function)
        if body and _is_told_of(kind, function):
            end = body[-1].end_lineno or body[-1].lineno
            numbered = enumerate(lines[body[0].lineno - 1 : end], body[0].lineno)
            yield Block(kind, shown, _telling(numbered))


def _words(kind: Kind, shown: str, text: str) -> Iterator[Word]:
    """Yield names and sentences of cases and wrong answers, and computed numbers."""
    if kind is Kind.SLOW:
        return
    for function in _defined(text):
        if not _is_told_of(kind, function):
            continue
        if "_" in function.name and len(function.name) >= NAME:
            yield Word(kind, shown, function.lineno, function.name)
        said = " ".join((ast.get_docstring(function) or "").split())
        if len(squeeze(said)) >= SENTENCE:
            yield Word(kind, shown, function.lineno, said)
    if kind is Kind.HIDDEN:
        for number, line in enumerate(text.splitlines(), 1):
            for digits in sorted(numbers(line)):
                yield Word(kind, shown, number, digits)


def _translated(course: Course, place: Place, tongue: str) -> Iterator[Word]:
    """Yield what texts that no kit holds are in another language."""
    file = file_of(place, tongue)
    shown = file.relative_to(course.root).as_posix()
    found = texts.of(course, place)
    known = pairs(file, tongue)
    shipped = {known.get(one.text, "") for one in found if one.shipped}
    for one in found:
        said = " ".join(known.get(one.text, "").split())
        if not one.shipped and len(squeeze(said)) >= SIGNS and said not in shipped:
            yield Word(Kind.HIDDEN, shown, 1, said)


def _is_told_of(kind: Kind, function: ast.FunctionDef) -> bool:
    """Whether it is a case or a wrong answer, not what writes a file for several."""
    start = "test" if kind is Kind.HIDDEN else ""
    return function.name.startswith(start) and not function.name.startswith("_")


def _defined(text: str) -> list[ast.FunctionDef]:
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError):
        # What does not load is told of when cases are counted, or proved.
        return []
    return [node for node in body if isinstance(node, ast.FunctionDef)]


def _body(function: ast.FunctionDef) -> list[ast.stmt]:
    documented = ast.get_docstring(function, clean=False) is not None
    return function.body[1:] if documented else function.body


def _telling(lines: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """Return the lines that say something, squeezed."""
    squeezed = (
        (number, squeeze(line).removeprefix("return")) for number, line in lines
    )
    return tuple(
        (number, line)
        for number, line in squeezed
        # A comment is no part of an answer, of which half would be too much.
        if len(line) >= LINE and not line.startswith("#")
    )


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{shown} is not UTF-8 text.") from None
    except OSError as error:
        raise UsageError(f"Cannot read {shown}: {error.strerror}.") from None
