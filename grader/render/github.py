"""Verdicts as commands of a GitHub workflow: marks on lines, and a plain log.

Whatever a student had a hand in is escaped in a command, or stands where commands
are stopped.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from grader.render import seen
from grader.render.action import Where
from grader.render.finding import decisive
from grader.render.text import printable
from grader.verdict import (
    CaseStatus,
    Exercise,
    Finding,
    Result,
    Status,
    crash_spot,
    first_sentence,
)

MOST = 10
"""That many marks of a level are shown for a step; GitHub drops the others."""
MAX_MESSAGE = 2_000


class Level(StrEnum):
    """How a mark looks."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Mark(NamedTuple):
    """One annotation; without a file it belongs to the whole run."""

    level: Level
    title: str
    message: str
    file: str = ""
    line: int | None = None
    end_line: int | None = None
    column: int | None = None


def render(
    results: Iterable[Result], token: str, where: Where | None = None
) -> Iterator[str]:
    """Yield the lines to print, each with its line end.

    `token` has to be one that no student can guess: it ends what is no command.
    """
    shown: Counter[Level] = Counter()
    hidden: Counter[Level] = Counter()
    for one in results:
        for exercise in one.exercises:
            for mark in _marks(one, exercise, where):
                if shown[mark.level] < MOST:
                    shown[mark.level] += 1
                    yield command(mark)
                else:
                    hidden[mark.level] += 1
        yield from _log(one, token)
    if hidden:
        more = ", ".join(
            f"{count:,} {level}{'' if count == 1 else 's'}"
            for level, count in hidden.items()
        )
        yield f"Not marked, because GitHub shows {MOST} of a kind: {more} more.\n"


def command(mark: Mark) -> str:
    """Return the workflow command of a mark."""
    fields = {
        "file": printable(mark.file),
        "line": mark.line,
        "endLine": mark.end_line,
        "col": mark.column,
        "title": printable(mark.title),
    }
    told = ",".join(f"{key}={_property(str(it))}" for key, it in fields.items() if it)
    return f"::{mark.level} {told}::{_data(printable(mark.message, MAX_MESSAGE))}\n"


def _data(text: str) -> str:
    """Return text as the message of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return text as a property of a command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _marks(one: Result, exercise: Exercise, where: Where | None) -> Iterator[Mark]:
    costly = decisive(exercise.findings)
    title = exercise.name if where else f"{one.submission.id}: {exercise.name}"
    loops = exercise.status is Status.LOOPS
    for finding in exercise.findings:
        level = Level.NOTICE
        if finding in costly and exercise.status is not Status.PASSED:
            level = Level.WARNING if loops else Level.ERROR
        yield _found(finding, level, title)
    if exercise.status is Status.PASSED or (loops and costly):
        return
    if not exercise.cases and costly and exercise.status is Status.FAILED:
        return
    level = Level.NOTICE if exercise.status is Status.NOT_STARTED else Level.ERROR
    file, spot = where(exercise.name) if where else ("", None)
    failed = (case for case in exercise.cases if seen.details(case))
    first = next(failed, None)
    spot = (crash_spot(first) if first else None) or spot
    # The lines of a cell are not those of the notebook's file.
    line = spot.line if spot and spot.cell is None and file else None
    yield Mark(level, title, seen.told(exercise), file, line)


def _found(finding: Finding, level: Level, title: str) -> Mark:
    message = f"{finding.rule}: {finding.message}"
    if finding.help:
        message += f"\nhelp: {finding.help}"
    if finding.cell is not None:
        # The lines of a cell are not those of the notebook's file.
        place = f"cell {finding.cell}, line {finding.line}: "
        return Mark(level, title, place + message, finding.path)
    return Mark(
        level,
        title,
        message,
        finding.path,
        finding.line,
        finding.end_line,
        finding.column if finding.end_line == finding.line else None,
    )


def _log(one: Result, token: str) -> Iterator[str]:
    """Yield what a person reads in the log, with commands stopped around it."""
    yield f"::stop-commands::{token}\n"
    yield f"{printable(one.submission.id)}: {one.points:g} of {one.max_points:g}\n"
    for exercise in one.exercises:
        yield f"  {exercise.name}: {exercise.status}: {seen.told(exercise)}\n"
        for case in exercise.cases:
            if case.status is CaseStatus.PASSED:
                continue
            yield f"    {seen.title(case)}: {first_sentence(seen.details(case))}\n"
            for row in seen.printed(case).splitlines():
                yield f"      | {row}\n"
    yield f"::{token}::\n"
