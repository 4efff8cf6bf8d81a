"""`grader author build` and `grader author check`."""

import shutil
from pathlib import Path

from rich.text import Text

from grader.author import build as builder
from grader.cli.check import load
from grader.cli.console import console
from grader.course import Course, Place
from grader.errors import Exit, UsageError
from grader.kit import is_kit
from grader.sandbox.grants import needed
from grader.sandbox.launcher import Isolation, Sandbox
from grader.submission import stub
from grader.submission.extract import extract
from grader.submission.files import UnreadableError
from grader.submission.source import parse
from grader.submission.started import is_started

KEPT = Path(".grader", "kept")


def build(folder: Path | None) -> Exit:
    """Write every stub that is missing or out of step; keep what was started."""
    course = load(folder)
    _refuse_kit(course, "author build")
    out = console()
    written = 0
    for place, text in list(builder.stubs(course)):
        shown = place.stub.relative_to(course.root).as_posix()
        if place.stub.is_file():
            if builder.in_step(place, text):
                continue
            if _is_started(place):
                kept = _keep(course, place)
                out.print(f"{shown} held an answer: kept in {kept}", soft_wrap=True)
        try:
            place.stub.parent.mkdir(parents=True, exist_ok=True)
            place.stub.write_text(text, "utf-8", newline="\n")
        except OSError as error:
            raise UsageError(f"Cannot write {shown}: {error.strerror}.") from None
        out.print(f"wrote {shown}", soft_wrap=True)
        written += 1
    total = len(course.places)
    out.print(f"{total} stubs in step with their solutions, {written} written.")
    return Exit.PASSED


def check(folder: Path | None, names: list[str]) -> Exit:
    """Print a table of the proofs, and what is wrong."""
    course = load(folder)
    places = course.select(names)
    _refuse_kit(course, "author check")
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
    bad = sum(bool(proof.complaints) for proof in proofs)
    out.print()
    if bad:
        out.print(f"{bad} of {len(proofs)} exercises need work.")
        return Exit.STUDENT
    out.print(
        f"{len(proofs)} exercises: every stub is not started, every solution passes, "
        "every misconception is rejected and recognised.",
        soft_wrap=True,
    )
    return Exit.PASSED


def _refuse_kit(course: Course, command: str) -> None:
    if is_kit(course.root):
        raise UsageError(
            "This folder has no solutions/: it is a student kit.",
            f"{command} is for the folder of the course itself.",
        )


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


def _keep(course: Course, place: Place) -> str:
    folder = course.root / KEPT
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (kept := folder / f"{place.exercise.name}-{number}.py").exists():
        number += 1
    shutil.copyfile(place.stub, kept)
    return kept.relative_to(course.root).as_posix()
