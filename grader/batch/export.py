"""The gradebook as files: one document a line, and a table for a spreadsheet."""

import csv
import io
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from grader.batch.gradebook import Records
from grader.render import spreadsheet
from grader.replacing import write
from grader.verdict import Exercise, Result, Submission, result

RESULTS = "results.jsonl"
TABLE = "gradebook.csv"
_EXERCISE = msgspec.json.Decoder(Exercise)


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
        documents = gradebook.documents(one)
        exercises = tuple(
            _timeless(_EXERCISE.decode(documents[name]))
            for name in names
            if name in documents
        )
        submission = Submission(id=row.id, path=row.path, sha256=row.sha256)
        yield result(course, seed, isolation, submission, exercises)


class Line(NamedTuple):
    """The record of a submission, and the line of `RESULTS` that it is."""

    data: bytes
    result: Result


Lines = Generator[Line, None, None]


def line(one: Result) -> Line:
    """Return a record with its line."""
    return Line(msgspec.json.encode(one) + b"\n", one)


def read(file: Path) -> Lines:
    """Yield the lines of a file of results."""
    with file.open("rb") as lines:
        for data in lines:
            yield Line(data, msgspec.json.decode(data, type=Result))


def save(
    folder: Path,
    found: Iterator[Result],
    names: Sequence[str],
    alike: spreadsheet.Alike,
) -> Lines:
    """Write the documents and the table, and yield the lines on their way there.

    Neither is ever there by half: they are there when the last line was taken.
    """
    with write(folder / RESULTS) as lines, write(folder / TABLE) as table:
        rows = csv.writer(
            io.TextIOWrapper(table, "utf-8", newline="", write_through=True)
        )
        rows.writerow(spreadsheet.head(names))
        for made in map(line, found):
            lines.write(made.data)
            rows.writerow(spreadsheet.row(made.result, names, alike))
            yield made


def _timeless(exercise: Exercise) -> Exercise:
    """Return a record that nobody else has yet, without seconds."""
    for case in exercise.cases:
        # A copy of each takes ten times as long, and a class has many.
        msgspec.structs.force_setattr(case, "seconds", 0.0)
    return exercise
