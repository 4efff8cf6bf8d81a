"""The gradebook as files: one document a line, and a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from grader.batch.gradebook import Records
from grader.render import spreadsheet
from grader.replacing import write
from grader.verdict import Exercise, Result, Submission, result

RESULTS = "results.jsonl"
TABLE = "gradebook.csv"


def results(
    gradebook: Records,
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


def line(one: Result) -> bytes:
    """Return a record as a line of `RESULTS`."""
    return msgspec.json.encode(one) + b"\n"


def save(
    folder: Path,
    found: Iterator[Result],
    names: Sequence[str],
    alike: spreadsheet.Alike,
) -> None:
    """Write the documents and the table; neither is ever there by half."""
    with write(folder / RESULTS) as lines, write(folder / TABLE) as table:
        rows = csv.writer(
            io.TextIOWrapper(table, "utf-8", newline="", write_through=True)
        )
        rows.writerow(spreadsheet.head(names))
        for one in found:
            lines.write(line(one))
            rows.writerow(spreadsheet.row(one, names, alike))


def _timeless(exercise: Exercise) -> Exercise:
    cases = tuple(msgspec.structs.replace(case, seconds=0.0) for case in exercise.cases)
    return msgspec.structs.replace(exercise, cases=cases)
