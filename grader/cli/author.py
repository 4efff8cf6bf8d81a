"""`grader author build`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from grader.author import build as builder
from grader.author import notebook
from grader.author.answered import is_answered
from grader.cli.check import load
from grader.cli.console import console
from grader.course import Course, Place
from grader.errors import Exit, UsageError
from grader.keeping import keep
from grader.kit import is_kit
from grader.submission import stub
from grader.submission.extract import extract
from grader.submission.files import UnreadableError
from grader.submission.source import parse
from grader.submission.started import is_started


def build(folder: Path | None) -> Exit:
    """Write what is missing or out of step; keep what was started."""
    course = load(folder)
    refuse_kit(course, "author build")
    out = console()
    # All of it is made before any of it is written: one mistake changes nothing.
    stubs = list(builder.stubs(course))
    notebooks = list(builder.notebooks(course))
    texts = {place.exercise.name: text for place, text in stubs}
    written = 0
    for place, text in stubs:
        if builder.complaint(place.stub, text):
            _write(course, place.stub, text, partial(_is_started, place))
            written += 1
    for assignment, text in notebooks:
        file = notebook.path(course, assignment)
        if builder.complaint(file, text):
            _write(course, file, text, partial(_is_answered, file, texts))
            written += 1
    out.print(
        f"{count(len(stubs), 'stub')} and {count(len(notebooks), 'notebook')} "
        f"in step with their solutions, {written} written.",
        soft_wrap=True,
    )
    return Exit.PASSED


def _write(course: Course, file: Path, text: str, holds: Callable[[], bool]) -> None:
    """Write a file; keep a copy of the one in its place if that `holds` an answer."""
    out = console()
    shown = file.relative_to(course.root).as_posix()
    try:
        if file.is_file() and holds():
            kept = keep(course.root, file)
            out.print(f"{shown} held an answer: kept in {kept}", soft_wrap=True)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"Cannot write {shown}: {error.strerror}.") from None
    out.print(f"wrote {shown}", soft_wrap=True)


def _is_started(place: Place) -> bool:
    """Whether overwriting the file could lose something."""
    name = place.exercise.name
    try:
        taken = extract(parse(place.stub.read_bytes(), name), (name,))
    except UnreadableError:
        return True
    if taken is None:
        return True
    return is_started(taken.definition, stub.function(place.solution, name))


def _is_answered(file: Path, stubs: dict[str, str]) -> bool:
    return is_answered(file.read_bytes(), stubs)


def count(number: int, word: str) -> str:
    """Return "1 stub", "3 stubs"."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def refuse_kit(course: Course, command: str) -> None:
    """Refuse an author's command where there are no solutions."""
    if is_kit(course.root):
        raise UsageError(
            "This folder has no solutions/: it is a student kit.",
            f"{command} is for the folder of the course itself.",
        )
