"""The gradebook as files: one document a line, and a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from grader.batch.gradebook import Gradebook
from grader.replacing import write
from grader.verdict import Exercise, Result, Submission, result

RESULTS = "results.jsonl"
TABLE = "gradebook.csv"
# What a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def results(
    gradebook: Gradebook,
    ids: Sequence[str],
    names: Sequence[str],
    about: tuple[str, int, str],
) -> Iterator[Result]:
    """Yield the record of each submission; `about` is course, seed and isolation.

    Seconds are left at zero: they would differ from run to run.
    """
    course, seed, isolation = about
    for one in ids:
        row = gradebook.submission(one)
        if row is None:
            continue
        verdicts = gradebook.verdicts(one)
        exercises = tuple(
            _timeless(msgspec.json.decode(verdicts[name].document, type=Exercise))
            for name in names
            if name in verdicts
        )
        submission = Submission(id=row.id, path=row.path, sha256=row.sha256)
        yield result(course, seed, isolation, submission, exercises)


def save(folder: Path, found: Iterator[Result], names: Sequence[str]) -> None:
    """Write the documents and the table; neither is ever there by half."""
    with write(folder / RESULTS) as lines, write(folder / TABLE) as table:
        rows = csv.writer(
            io.TextIOWrapper(table, "utf-8", newline="", write_through=True)
        )
        columns = [column for name in names for column in (name, f"{name} status")]
        rows.writerow(["submission", "points", "max_points", *columns])
        for one in found:
            lines.write(msgspec.json.encode(one) + b"\n")
            rows.writerow(_row(one, names))


def _row(one: Result, names: Sequence[str]) -> list[str]:
    by_name = {exercise.name: exercise for exercise in one.exercises}
    cells = [_guarded(one.submission.id), f"{one.points:g}", f"{one.max_points:g}"]
    for name in names:
        exercise = by_name.get(name)
        cells += [f"{exercise.points:g}", exercise.status] if exercise else ["", ""]
    return cells


def _guarded(text: str) -> str:
    """Return a text that no spreadsheet computes."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _timeless(exercise: Exercise) -> Exercise:
    cases = tuple(msgspec.structs.replace(case, seconds=0.0) for case in exercise.cases)
    return msgspec.structs.replace(exercise, cases=cases)
