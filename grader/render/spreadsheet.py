"""The class as a table for a spreadsheet: a row a submission, nothing computed."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from grader.render import alike as words
from grader.verdict import Result

Alike = Callable[[str], Iterable[words.Group]]
"""The groups of answers that are alike, of a submission by its id."""

# What a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(
    results: Iterable[Result], names: Sequence[str], alike: Alike
) -> Iterator[str]:
    """Yield the lines of the table; `names` are the exercises in order."""
    yield _line(head(names))
    for one in results:
        yield _line(row(one, names, alike))


def head(names: Sequence[str]) -> list[str]:
    """Return the cells of the first row."""
    columns = [column for name in names for column in (name, f"{name} status")]
    return ["submission", "points", "max_points", *columns, *words.HEAD]


def row(one: Result, names: Sequence[str], alike: Alike) -> list[str]:
    """Return the cells of a submission: points, how each came about, who is alike."""
    by_name = {exercise.name: exercise for exercise in one.exercises}
    cells = [guarded(one.submission.id), f"{one.points:g}", f"{one.max_points:g}"]
    for name in names:
        exercise = by_name.get(name)
        cells += [f"{exercise.points:g}", exercise.status] if exercise else ["", ""]
    return cells + [guarded(it) for it in words.cells(alike(one.submission.id))]


def guarded(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
