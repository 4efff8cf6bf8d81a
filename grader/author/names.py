"""Names that an exercise, its arguments and its assignment may have."""

import ast
import builtins
import keyword
import re
import unicodedata

from grader.consistency import FIXTURES
from grader.course import Course
from grader.errors import UsageError

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_OF_CASES = ("agree", "arguments", "np", "numbers", "pytest", "same_work")
"""What the files of a new exercise call something else by."""


def check_exercise(name: str, course: Course) -> None:
    """Raise UsageError if no new exercise of the course can be called `name`."""
    _check_name(name, "exercise")
    if keyword.iskeyword(name):
        raise UsageError(
            f"No exercise can be called `{name}`: it is a word of Python.",
            f"Take another, such as `{name}_of`.",
        )
    if name in (*FIXTURES, *_OF_CASES):
        raise UsageError(
            f"No exercise can be called `{name}`: cases call something else by it."
        )
    known = {
        taken.lower(): (taken, place) for taken, place in course.by_any_name().items()
    }
    if name.lower() in known:
        taken, place = known[name.lower()]
        what = "an exercise" if taken == place.exercise.name else "an alias"
        if taken == name:
            raise UsageError(
                f"`{name}` is taken: {what} of {place.assignment} is called so."
            )
        raise UsageError(
            f"`{name}` differs from {what} of {place.assignment}, `{taken}`, "
            "in capital letters alone.",
            "On some systems their files would be one.",
        )


def check_assignment(name: str, course: Course) -> None:
    """Raise UsageError if no assignment can be called `name`."""
    _check_name(name, "assignment")
    for assignment in course.assignments:
        if assignment.name != name and assignment.name.lower() == name.lower():
            raise UsageError(
                f"`{name}` differs from the assignment `{assignment.name}` in "
                "capital letters alone.",
                f"Did you mean `{assignment.name}`?",
            )


def parameters(text: str, exercise: str) -> tuple[str, list[str]]:
    """Return the text between a function's brackets, tidied, and the names in it.

    `text` is what an author wrote: `x, axis=1`. Raises UsageError for anything that
    is not a list of plain parameters.
    """
    example = 'Write them as in a definition: --arguments "x, axis=1"'
    try:
        body = ast.parse(f"def f({text}\n): ...").body
    except (SyntaxError, ValueError, RecursionError):
        raise UsageError(f"The arguments `{text}` are not Python.", example) from None
    if len(body) != 1 or not isinstance(body[0], ast.FunctionDef) or body[0].returns:
        raise UsageError(f"The arguments `{text}` are not Python.", example)
    given = body[0].args
    if given.vararg or given.kwarg or given.kwonlyargs or given.posonlyargs:
        raise UsageError(
            f"The arguments `{text}` have a star or a slash: cases call with "
            "arguments in their order.",
            example,
        )
    found = [argument.arg for argument in given.args]
    for name in found:
        if name in (*FIXTURES, *_OF_CASES, exercise):
            raise UsageError(
                f"No argument can be called `{name}`: cases call something else by it."
            )
        if not _NAME.fullmatch(name):
            raise UsageError(
                f"No argument can be called `{name}`: letters a to z, digits and "
                "underscores, beginning with a letter.",
            )
        if found.count(name) > 1:
            raise UsageError(f"The argument `{name}` is there twice.")
    return ast.unparse(given), found


def shadows(name: str) -> str:
    """Return what a function called `name` stands in the way of; empty if nothing."""
    if hasattr(builtins, name):
        return (
            f"Note: Python has a `{name}` of its own, which an answer to this "
            "exercise cannot call."
        )
    import numpy as np  # noqa: PLC0415 - heavy, and only for this sentence

    if hasattr(np, name):
        return f"Note: NumPy has np.{name}: an answer may call it and be done."
    return ""


def _check_name(name: str, what: str) -> None:
    if not name:
        raise UsageError(f"The {what} needs a name.")
    if re.search(r"[/\\]", name) or name.endswith(".py"):
        raise UsageError(
            f"`{name}` is a path; the {what} is to be named.",
            "--assignment says in which folder an exercise lies."
            if what == "exercise"
            else "--course says where the course lies.",
        )
    if not _NAME.fullmatch(name):
        letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore")
        near = re.sub(r"\W+", "_", letters.decode()).strip("_0123456789")
        raise UsageError(
            f"No {what} can be called `{name}`: letters a to z, digits and "
            "underscores, beginning with a letter.",
            f"Did you mean `{near}`?" if near else "",
        )
