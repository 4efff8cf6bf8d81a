"""`grader release`: the student kit as a folder or a zip file."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.errors import Exit, UsageError
from grader.kit import is_kit
from grader.render.text import next_action, printable

if TYPE_CHECKING:
    from grader.author.leaks import Leak

MOST = 10
"""As many leaks, or files left out, are told one by one."""


class Request(NamedTuple):
    """What was asked for on the command line."""

    course: Path | None
    target: Path
    force: bool
    allow_leaks: bool


def release(request: Request) -> Exit:
    """Write the kit, unless it gives something away; say what is in it."""
    course = load(request.course)
    if is_kit(course.root):
        raise UsageError(
            "This folder has no solutions/: it is a student kit.",
            "release is for the folder of the course itself.",
        )
    if not course.places:
        raise UsageError("The course has no exercises: there is nothing to release.")
    from grader.author import release as writer  # noqa: PLC0415 - only with a course
    from grader.author.kit import contents  # noqa: PLC0415
    from grader.author.leaks import leaks  # noqa: PLC0415
    from grader.author.secrets import secrets  # noqa: PLC0415
    from grader.author.unseen import unseen  # noqa: PLC0415 - pytest is heavy

    target = request.target
    real = writer.destination(course, target, force=request.force)
    counts = unseen(course)
    files, left = contents(course, counts)
    found = leaks(course, files, secrets(course))
    if found and not request.allow_leaks:
        raise UsageError(_told(found), _HELP)
    try:
        kept = writer.write(files, real)
    except OSError as error:
        said = error.strerror or str(error)
        raise UsageError(
            f"Cannot write {target}: {said}.", "Nothing was left half written."
        ) from None
    lines = [_summary(request, files, counts)]
    if kept is not None:
        lines.append(f"The earlier kit is kept: {kept}")
    if left:
        lines.append(f"Left out, as no part of an exercise: {_list(left)}.")
    if found:
        lines.append(_told(found))
    out = console()
    for line in lines:
        out.print(printable(line), soft_wrap=True)
    out.print()
    out.print(next_action(printable(_next(target)), out.width), soft_wrap=True)
    return Exit.PASSED


def _summary(
    request: Request, files: Mapping[str, bytes], counts: Mapping[str, int]
) -> str:
    size = sum(map(len, files.values())) / 1e6
    return (
        f"{request.target}: {_count(len(counts), 'exercise')}, "
        f"{_count(len(files), 'file')}, {size:.1f} MB.\n"
        f"With you stay {_count(sum(counts.values()), 'hidden case')}, the solutions "
        "and the known wrong answers."
    )


_HELP = (
    "Nothing was written. Stubs are built from the solutions: take it out there, or in "
    "the file itself. If it is meant to be read, add --allow-leaks."
)


def _told(found: "Sequence[Leak]") -> str:
    told = [
        f"  {leak.path}:{leak.line} has {leak.kind.value} "
        f"({leak.source}:{leak.source_line})"
        for leak in found[:MOST]
    ]
    more = [f"  and {len(found) - MOST} more"] if len(found) > MOST else []
    return "\n".join(["The kit gives something away:", *told, *more])


def _list(paths: Sequence[str]) -> str:
    more = len(paths) - MOST
    rest = f" and {more} more" if more > 0 else ""
    return ", ".join(paths[:MOST]) + rest


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _next(target: Path) -> str:
    if target.suffix.lower() == ".zip":
        return "Next: unpack it in a folder of its own and, in there, run: grader check"
    return f"Next: to see it as a student does, run: {here.command(target)('check')}"
