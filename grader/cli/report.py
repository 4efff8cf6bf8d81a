"""`grader report`: a graded class in the format that another program reads."""

import difflib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from grader.batch import export
from grader.batch.reader import Reader, read
from grader.cli import pages, reports, workflow
from grader.cli.console import error_console
from grader.errors import Exit, UsageError
from grader.language import say
from grader.render import canvas, gradescope, json, junit, spreadsheet
from grader.verdict import Result

FORMATS = (
    *("html", "feedback", "csv", "json", "junit", "github"),
    *("gradescope", "classroom50", "canvas"),
)
EACH = ("feedback", "gradescope", "classroom50")
"""The formats that are one document a submission."""


class Request(NamedTuple):
    """What was asked for on the command line."""

    folder: Path
    format: str
    out: Path | None
    canvas: Path | None
    column: str


def run(request: Request) -> Exit:
    """Write the report."""
    _check(request)
    with read(request.folder) as book:
        if request.format == "html":
            _pages(request, book)
        elif request.format == "canvas":
            _canvas(request, book)
        elif request.format in EACH:
            _each(request, book)
        else:
            reports.one(
                _parts(request, book), request.out, reports.kept(request.folder)
            )
            if request.format == "github":
                workflow.summarize(book.results)
    return Exit.PASSED


def unknown(format: str, known: tuple[str, ...]) -> UsageError:  # noqa: A002 - the word
    """Return the error of a format that there is not."""
    near = difflib.get_close_matches(format.lower(), known, n=1)
    help_ = say("--format takes {names} or {last}.").format(
        names=say(", ").join(known[:-1]), last=known[-1]
    )
    if near:
        help_ = say("Did you mean `{name}`?").format(name=near[0])
    return UsageError(say("No format `{name}`.").format(name=format), help_)


def _check(request: Request) -> None:
    """Raise UsageError for options that do not go together."""
    if request.format not in FORMATS:
        raise unknown(request.format, FORMATS)
    if request.format in EACH and request.out is None:
        raise UsageError(
            f"{request.format} is a file for each submission.",
            "Say where they go: --out DIR",
        )
    if request.format == "canvas" and request.canvas is None:
        raise UsageError(
            "canvas fills in the gradebook that Canvas exports.",
            "Download it there, and name it: --canvas gradebook.csv",
        )
    if request.format != "canvas" and (request.canvas or request.column):
        raise UsageError("--canvas and --column are for --format canvas.")


def _parts(request: Request, book: Reader) -> Iterable[str]:
    if request.format == "csv":
        names = book.roll.names
        return spreadsheet.render(book.results(), names, book.groups().of)
    if request.format == "json":
        return json.together(book.roll.course, book.roll.names, book.results())
    if request.format == "junit":
        return junit.render(book.results())
    return workflow.commands(book.results())


def _each(request: Request, book: Reader) -> None:
    assert request.out is not None  # noqa: S101 - checked before
    render: Callable[[Result], str] = gradescope.render
    ending = ".json"
    if request.format == "feedback":
        from grader.render import studentpage  # noqa: PLC0415 - loads jinja2

        render = partial(studentpage.render, titles=book.roll.assignments)
        ending = pages.ENDING
    if request.format == "classroom50":
        render = workflow.classroom()
        same = workflow.needs_ids()
        if same and len(book.roll.ids) > 1:
            raise UsageError(
                f"{' and '.join(same)} would be the same for every submission.",
                "Write {id} where the id of the submission belongs.",
            )
    found = ((one.submission.id, render(one)) for one in book.results())
    count = reports.each(found, request.out, ending)
    error_console().print(
        f"Wrote {reports.counted(count, 'file')} into {request.out}.", soft_wrap=True
    )


def _pages(request: Request, book: Reader) -> None:
    out = request.out or request.folder / pages.FOLDER
    lines = map(export.line, book.results())
    alike = book.groups().all()
    # A status has a thread.
    with (
        pages.writers(out, book.roll) as writers,
        error_console().status("writing the pages"),
    ):
        count = pages.save(out, book.roll, lines, alike, writers)
    written = f"Wrote the class page and {reports.counted(count, 'page')} of students."
    error_console().print(written, soft_wrap=True)
    error_console().print(f"Next: open {out / pages.INDEX}", soft_wrap=True)


def _canvas(request: Request, book: Reader) -> None:
    assert request.canvas is not None  # noqa: S101 - checked before
    text = _text(request.canvas)
    try:
        filled = canvas.fill(text, book.results(), _titles(book), request.column)
    except canvas.Unusable as error:
        raise UsageError(
            f"{request.canvas} cannot be filled in: {error}.",
            "Export it from the gradebook of Canvas; --column TITLE names a column.",
        ) from None
    kept = [*reports.kept(request.folder), request.canvas]
    reports.one([filled.text], request.out, kept)
    for sentence in _told(filled):
        error_console().print(sentence, soft_wrap=True)


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(
            f"{file} is not UTF-8 text.", "Export it from Canvas again, as CSV."
        ) from None
    except FileNotFoundError:
        raise UsageError(f"No file {file}.") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be read ({error.strerror}).") from None


def _titles(book: Reader) -> dict[str, canvas.Points]:
    """Return what a column may be called, and the points that belong there."""
    titles: dict[str, canvas.Points] = {book.roll.course: partial(_points, "", "")}
    for name in book.roll.names:
        titles.setdefault(name, partial(_points, name, ""))
    for name, called in book.roll.assignments.items():
        titles.setdefault(called, partial(_points, "", name))
        titles.setdefault(name, partial(_points, "", name))
    return titles


def _points(name: str, assignment: str, one: Result) -> tuple[float, float]:
    """Return the points of what is named, of all without a name, and the most."""
    some = [
        it
        for it in one.exercises
        if name in {"", it.name} and assignment in {"", it.assignment}
    ]
    points = sum(exercise.points for exercise in some)
    return round(points, 4), round(sum(exercise.max_points for exercise in some), 4)


def _told(filled: canvas.Filled) -> Iterable[str]:
    """Yield what was done, and who was left out."""
    students = reports.counted(filled.filled, "student")
    yield f"Filled in {students}: {reports.listed(filled.columns)}."
    for column, points in filled.possible.items():
        yield (
            f"{reports.listed([column])} has {points} points possible in Canvas; "
            "what was written is not scaled."
        )
    for said, names in (
        ("Excused in Canvas, left as they are", filled.excused),
        ("Submissions that nobody in Canvas matches", filled.unmatched),
        ("Submissions that could be several, or two of one student", filled.ambiguous),
        ("Students in Canvas without a submission", filled.empty),
    ):
        if names:
            yield f"{said}: {reports.listed(names)}."
