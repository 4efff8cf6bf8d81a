"""The solution of an exercise beside the student's answer, once that passes."""

import ast
from pathlib import Path
from typing import NamedTuple

from grader import progress
from grader.course import Course, Place
from grader.errors import UsageError
from grader.kit import is_kit
from grader.language import say
from grader.student.listing import Standing, standing
from grader.submission import stub
from grader.submission.extract import Extract, extract
from grader.submission.files import UnreadableError, read_bytes
from grader.submission.source import parse

_MARKS = (stub.BEGIN, stub.END, stub.STARTS, stub.ENDS)


class Code(NamedTuple):
    """A function and what it needs of its file, without imports and docstrings."""

    file: Path
    line: int
    text: str


class Solution(NamedTuple):
    """Both versions of an exercise; without them it is not open as it stands."""

    name: str
    standing: Standing
    yours: Code | None = None
    reference: Code | None = None


def solution(course: Course, name: str) -> Solution:
    """Return the solution of an exercise if the answer passes on what it is now.

    Raises UsageError where there is no solution, or it cannot be read.
    """
    place = course.places[name]
    if is_kit(course.base) or not place.solution.is_file():
        raise UsageError(
            say(
                "The solution of `{name}` is not here: this folder is a student kit."
            ).format(name=name),
            say("Your instructor has the solutions."),
        )
    stands = standing(place, progress.recall(course).of(name))
    if not stands.passed:
        return Solution(name, stands)
    yours = _code(place, place.stub, course.root / "exercises")
    return Solution(
        name, stands, yours, _code(place, place.solution, course.base / "solutions")
    )


def _code(place: Place, file: Path, inside: Path) -> Code:
    shown = file.relative_to(inside.parent).as_posix()
    exercise = place.exercise
    try:
        source = parse(read_bytes(file, inside), file.name)
        taken = extract(source, (exercise.name, *exercise.aliases), exercise.uses)
    except UnreadableError as error:
        raise UsageError(error.about(shown), error.help) from None
    except (OSError, RecursionError):
        raise UsageError(say("{file} cannot be read.").format(file=shown)) from None
    if taken is None:
        raise UsageError(
            say("{file} does not define `{name}`.").format(
                file=shown, name=exercise.name
            )
        )
    return Code(file, taken.definition.lineno, _text(taken))


def _text(taken: Extract) -> str:
    """Return the statements that are kept, as they are written."""
    lines = taken.source.lines
    parts = []
    for node in taken.statements:
        if isinstance(node, ast.Import | ast.ImportFrom):
            continue
        skipped = _docstring(node)
        rows = [
            lines[number - 1]
            for number in range(_first(node), (node.end_lineno or node.lineno) + 1)
            if number not in skipped
        ]
        rows = [row for row in rows if row.strip() not in _MARKS]
        parts.append("\n".join(rows).strip("\n"))
    return "\n\n".join(parts)


def _first(node: ast.stmt) -> int:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return min([node.lineno, *(one.lineno for one in node.decorator_list)])
    return node.lineno


def _docstring(node: ast.stmt) -> range:
    """Return the lines of a function's docstring, where other lines are left."""
    if isinstance(node, ast.FunctionDef) and len(node.body) > 1:
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            # On a line with other code it stays.
            alone = first.lineno > node.lineno
            ends = first.end_lineno or first.lineno
            if alone and node.body[1].lineno > ends:
                return range(first.lineno, ends + 1)
    return range(0)
