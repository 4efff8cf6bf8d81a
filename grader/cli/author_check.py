"""`grader author check`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.text import Text

from grader import processors
from grader.author import build as builder
from grader.author import notebook, translating
from grader.cli.author import count, refuse_kit
from grader.cli.check import load
from grader.cli.console import console, error_console
from grader.course import Course
from grader.errors import Exit, UsageError
from grader.proof import Proof
from grader.render import proofs


def check(folder: Path | None, names: list[str], jobs: int) -> Exit:
    """Print a table of the proofs, and what is left to do."""
    course = load(folder)
    chosen = [place.exercise.name for place in course.select(names)]
    refuse_kit(course, "author check")
    if not chosen:
        raise UsageError(
            "The course has no exercise yet.", "Start one: grader author new NAME"
        )
    from grader.author import pool  # noqa: PLC0415 - processes, seldom needed

    with _progress(len(chosen)) as done:
        proved = pool.prove(course, chosen, jobs or processors.count(), done)
    out = console()
    width = max(len(name) for name in chosen)
    out.print(proofs.head(width), soft_wrap=True)
    for proof in proved:
        out.print(proofs.row(proof, width), soft_wrap=True)
        for line in proofs.complaints(proof):
            out.print(line, soft_wrap=True)
        for line in proofs.details(proof) if names else ():
            out.print(line, soft_wrap=True)
    wrong = _notebooks(course, chosen)
    wrong += translating.complaints_of_course(course)
    for complaint in wrong:
        out.print(Text().append("✗ ", style="red").append(complaint), soft_wrap=True)
    out.print()
    out.print(proofs.summary(proved), soft_wrap=True)
    if wrong:
        out.print(f"{count(len(wrong), 'file')} beside the exercises to mend.")
    good = all(one.good for one in proved) and not wrong
    return Exit.PASSED if good else Exit.STUDENT


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


def _notebooks(course: Course, names: list[str]) -> list[str]:
    """Return what is wrong with the notebooks that these exercises are in."""
    wanted = {course.places[name].assignment for name in names}
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
