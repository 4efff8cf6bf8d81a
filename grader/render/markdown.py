"""Verdicts as Markdown: the summary of a job, a table and what to look at."""

import re
from collections.abc import Iterable, Iterator

from grader.render import seen
from grader.render.text import printable
from grader.verdict import Exercise, Result, Status

MAX_BYTES = 1_000_000
"""A step's summary may have 1 MiB."""
MAX_CELL = 500

_SYMBOL = {
    Status.PASSED: "✅",
    Status.LOOPS: "⚠️",
    Status.NOT_STARTED: "▫️",
    Status.ERROR: "‼️",
}


def render(results: Iterable[Result], most: int = MAX_BYTES) -> str:
    """Return the summary; what does not fit is counted."""
    parts: list[str] = []
    size, left = 0, 0
    for one in results:
        part = "".join(_one(one))
        size += len(part.encode())
        if size > most:
            left += 1
        else:
            parts.append(part)
    if left:
        parts.append(f"\nand {left:,} more that do not fit here.\n")
    return "".join(parts)


def plain(text: str) -> str:
    """Return text that Markdown and HTML show as it is, on one line."""
    cut = printable(" ".join(text.split()), MAX_CELL)
    # A character reference is text to Markdown, whatever the character.
    return re.sub(
        r"[\\`*_{}\[\]()#+\-.!|~<>&@:=$]",
        lambda found: f"&#{ord(found[0])};",
        cut,
    )


def _one(one: Result) -> Iterator[str]:
    points = f"{one.points:g} of {one.max_points:g} points"
    yield f"### {plain(one.submission.id)}: {points}\n\n"
    yield "| exercise | verdict | points | |\n|---|---|---:|---|\n"
    for exercise in one.exercises:
        yield _row(exercise)
    yield "\n"


def _row(exercise: Exercise) -> str:
    status = exercise.status
    word = f"{_SYMBOL.get(status, '❌')} {status.replace('_', ' ')}"
    points = f"{exercise.points:g} / {exercise.max_points:g}"
    told = plain(seen.told(exercise))
    return f"| {plain(exercise.name)} | {word} | {points} | {told} |\n"
