"""`grader author build` and `grader author check`."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.text import Text

from grader.author import build as builder
from grader.author import notebook
from grader.author.answered import is_answered
from grader.cli.check import load
from grader.cli.console import console
from grader.course import Course, Place
from grader.errors import Exit, UsageError
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.submission import stub
from grader.submission.extract import extract
from grader.submission.files import UnreadableError
from grader.submission.source import parse
from grader.submission.started import is_started

KEPT = Path(".grader", "kept")


def build(folder: Path | None) -> Exit:
    """Write what is missing or out of step; keep what was started."""
    course = load(folder)
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
        f"{_count(len(stubs), 'stub')} and {_count(len(notebooks), 'notebook')} "
        f"in step with their solutions, {written} written.",
        soft_wrap=True,
    )
    return Exit.PASSED


def check(folder: Path | None, names: list[str]) -> Exit:
    """Print a table of the proofs, and what is wrong."""
    course = load(folder)
    places = course.select(names)
    if not (course.root / "solutions").is_dir():
        raise UsageError(
            "This folder has no solutions/: it is a student kit.",
            "author check is for the folder of the course itself.",
        )
    grants = needed(place.exercise for place in course)
    with Sandbox(Isolation.AUTO, grants) as sandbox:
        from grader.author.check import check as prove  # noqa: PLC0415 - in parallel

        proofs = prove(course, places, sandbox)
    out = console()
    for proof in proofs:
        good = not proof.complaints
        line = Text().append("✓ " if good else "✗ ", style="green" if good else "red")
        line.append(proof.place.exercise.name.ljust(24))
        line.append(f"{proof.cases:3} cases  {proof.misconceptions:2} misconceptions")
        out.print(line, soft_wrap=True)
        for complaint in proof.complaints:
            out.print(Text(f"    {complaint}"), soft_wrap=True)
    wrong = _notebooks(course, places)
    for complaint in wrong:
        out.print(Text().append("✗ ", style="red").append(complaint), soft_wrap=True)
    bad = sum(bool(proof.complaints) for proof in proofs)
    out.print()
    if bad:
        out.print(f"{bad} of {len(proofs)} exercises need work.")
    if wrong:
        out.print(f"{_count(len(wrong), 'notebook')} to build again.")
    if bad or wrong:
        return Exit.STUDENT
    out.print(
        f"{len(proofs)} exercises: every stub is not started, every solution passes, "
        "every misconception is rejected and recognised. Their notebooks are in step.",
        soft_wrap=True,
    )
    return Exit.PASSED


def _notebooks(course: Course, places: list[Place]) -> list[str]:
    """Return what is wrong with the notebooks that these exercises are in."""
    wanted = {place.assignment for place in places}
    try:
        found = [
            (notebook.path(course, assignment), text)
            for assignment, text in builder.notebooks(course)
            if assignment.name in wanted
        ]
    except UsageError as error:
        return [error.message]
    complaints = (builder.complaint(file, text) for file, text in found)
    return [complaint for complaint in complaints if complaint is not None]


def _write(course: Course, file: Path, text: str, holds: Callable[[], bool]) -> None:
    """Write a file; keep a copy of the one in its place if that `holds` an answer."""
    out = console()
    shown = file.relative_to(course.root).as_posix()
    try:
        if file.is_file() and holds():
            kept = _keep(course, file)
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


def _keep(course: Course, file: Path) -> str:
    folder = course.root / KEPT
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (kept := folder / f"{file.stem}-{number}{file.suffix}").exists():
        number += 1
    shutil.copyfile(file, kept)
    return kept.relative_to(course.root).as_posix()


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
