"""`grader author build` and `grader author check`."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from grader.author import build as builder
from grader.author.proof import Proof
from grader.cli.check import load
from grader.cli.console import console, error_console
from grader.course import Course, Place
from grader.errors import Exit, UsageError
from grader.kit import is_kit
from grader.render import proofs
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


def check(folder: Path | None, names: list[str], jobs: int) -> Exit:
    """Print a table of the proofs, and what is left to do."""
    course = load(folder)
    chosen = [place.exercise.name for place in course.select(names)]
    _refuse_kit(course, "author check")
    if not chosen:
        raise UsageError(
            "The course has no exercise yet.", "Start one: grader author new NAME"
        )
    from grader.author import pool  # noqa: PLC0415 - processes, seldom needed

    with _progress(len(chosen)) as done:
        proved = pool.prove(course, chosen, jobs or os.cpu_count() or 1, done)
    out = console()
    width = max(len(name) for name in chosen)
    out.print(proofs.head(width), soft_wrap=True)
    for proof in proved:
        out.print(proofs.row(proof, width), soft_wrap=True)
        for line in proofs.complaints(proof):
            out.print(line, soft_wrap=True)
        for line in proofs.details(proof) if names else ():
            out.print(line, soft_wrap=True)
    out.print()
    out.print(proofs.summary(proved), soft_wrap=True)
    return Exit.PASSED if all(one.good for one in proved) else Exit.STUDENT


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Proof], None]]:
    """Show how many of the proofs are done, where there is a terminal."""
    from rich.progress import (  # noqa: PLC0415 - heavy, only here
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    out = error_console()
    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(
        TextColumn("proving {task.description}"),
        *columns,
        console=out,
        transient=True,
        disable=not out.is_terminal,
    ) as progress:
        task = progress.add_task("exercises", total=total)

        def done(proof: Proof) -> None:
            progress.update(task, advance=1, description=proof.name)

        yield done


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
