"""`grader grade`: a folder of submissions, judged into a gradebook."""

import gc
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from grader.batch import export
from grader.batch.executor import Executor
from grader.batch.gradebook import Gradebook
from grader.batch.grading import Plan, Progress, grade
from grader.batch.roll import NOTE, Roll
from grader.batch.starting import Starting
from grader.batch.submissions import Class, find
from grader.batch.worker import Job
from grader.cli import judges, pages, results
from grader.cli.check import MAX_SEED, load
from grader.cli.console import console, error_console
from grader.course import Course
from grader.errors import Exit, UsageError
from grader.kit import is_kit
from grader.render.text import printable
from grader.sandbox.launcher import Isolation
from grader.verdict import Status

NAMED = 5
GARBAGE = 10_000
"""Objects after which garbage is looked for while a class is judged."""


class Request(NamedTuple):
    """What was asked for on the command line."""

    course: Path | None
    submissions: Path
    out: Path
    only: list[str]
    jobs: int
    cluster: str
    seed: int | None
    isolation: Isolation
    seconds: float
    fresh: bool
    quiet: bool


def run(request: Request, starting: Starting) -> Exit:
    """Judge every submission, write the gradebook and what is made of it."""
    course = load(request.course)
    if is_kit(course.base):
        raise UsageError(
            "This folder has no solutions/: it is a student kit.",
            "grade is for the folder of the course itself.",
        )
    judges.need_dask(request.cluster)
    names = tuple(place.exercise.name for place in course.select(request.only))
    _refuse_course(course, request.submissions)
    group = find(request.submissions)
    _make(request.out, group)
    report = request.out / pages.FOLDER
    pages.check(report)
    with Gradebook(request.out) as gradebook:
        seed = _seed(request.seed, gradebook)
        roll = _roll(course, group, names, seed)
        gradebook.note(NOTE, roll.encoded())
        plan = _plan(course, group, names, seed, request)
        counts = _Counts()
        with _progress(len(group.submissions), quiet=request.quiet) as (tell, say):

            def done(progress: Progress) -> None:
                counts.add(progress)
                tell(progress)

            _look_for_garbage()
            asked = (plan, request.jobs, request.cluster)
            start = partial(_start, partial(judges.start, *asked, starting, say))
            wall = grade(plan, gradebook, start, done)
        wall = _wall(gradebook, wall)
        about = results.About(wall, bool(counts.judged), request.jobs)
        results.save(request.out, gradebook, roll, about, quiet=request.quiet)
    if not request.quiet:
        _say(request, group, counts, seed, wall)
    return Exit.GRADER if counts.statuses[Status.ERROR] else Exit.PASSED


def _start(start: Callable[[], Executor]) -> Executor:
    """Start what judges; until it is ready, there is time for something else."""
    executor = start()
    try:
        pages.prepare()
    except BaseException:
        # Ctrl-C, say: nobody else knows of it yet.
        executor.end()
        raise
    return executor


def _look_for_garbage() -> None:
    """Look for it from now on, among what was not loaded: a class may be large."""
    gc.freeze()
    gc.set_threshold(GARBAGE)


def _refuse_course(course: Course, submissions: Path) -> None:
    """Raise UsageError where nobody hands anything in."""
    root = submissions.resolve()
    own = [course.root / name for name in ("exercises", "solutions", "tests")]
    if root == course.root or any(one == root or one in root.parents for one in own):
        raise UsageError(
            f"{submissions} is the course itself, not what students handed in.",
            "grade takes a folder with a file, folder or zip for each submission.",
        )


class _Counts:
    """What is known of the class so far."""

    def __init__(self) -> None:
        self.statuses: Counter[Status] = Counter()
        self.known = 0
        self.judged = 0

    def add(self, progress: Progress) -> None:
        self.statuses.update(progress.statuses)
        self.known += progress.known
        self.judged += not progress.known


def _make(out: Path, group: Class) -> None:
    inside = out.resolve()
    if inside == group.root.resolve() or group.root.resolve() in inside.parents:
        raise UsageError(
            f"{out} lies within the submissions.",
            "The gradebook would be taken for one: choose another --out DIR.",
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"Cannot make the folder {out}: {error.strerror}.") from None


def _seed(asked: int | None, gradebook: Gradebook) -> int:
    """Return the seed asked for, else the one that the gradebook began with."""
    if asked is not None and asked >= MAX_SEED:
        raise UsageError("The seed is too large.", f"Take one below {MAX_SEED}.")
    fresh = secrets.randbelow(1_000_000)
    kept = int(gradebook.about("seed", str(fresh if asked is None else asked)))
    return kept if asked is None else asked


def _roll(course: Course, group: Class, names: tuple[str, ...], seed: int) -> Roll:
    """Return what reports need to know without the course."""
    used = {course.places[name].assignment for name in names}
    assignments = {
        one.name: one.title for one in course.assignments if one.name in used
    }
    ids = tuple(handed.id for handed in group.submissions)
    return Roll(course.title, seed, names, assignments, ids)


def _wall(gradebook: Gradebook, wall: str) -> str:
    """Return the wall, from the gradebook if nothing had to be judged."""
    if wall:
        gradebook.note("isolation", wall)
    return gradebook.about("isolation", wall)


def _plan(
    course: Course, group: Class, names: tuple[str, ...], seed: int, request: Request
) -> Plan:
    from grader.batch import keys  # noqa: PLC0415 - heavy

    by_name = keys.of_exercises(course, names, seed, request.isolation)
    job = Job(
        str(course.root),
        str(group.root.resolve()),
        names,
        seed,
        request.isolation,
        request.seconds,
    )
    return Plan(course, group, job, by_name, fresh=request.fresh)


@contextmanager
def _progress(
    total: int, *, quiet: bool
) -> Iterator[tuple[Callable[[Progress], None], Callable[[str], None]]]:
    """Show rate, estimate and counts on a terminal, and take it away at the end.

    Yields what takes a step, and what puts a sentence above it that stays.
    """
    if quiet:
        yield lambda _done: None, lambda _said: None
        return
    from rich.progress import (  # noqa: PLC0415 - heavy, only here
        BarColumn,
        MofNCompleteColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar  # noqa: PLC0415

    out = error_console()
    counts = _Counts()
    columns = BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Bar(
        TextColumn("grading"),
        *columns,
        TextColumn("{task.fields[counts]}"),
        console=out,
        transient=True,
        disable=not out.is_terminal,
    ) as bar:
        task = bar.add_task("", total=total, counts="")

        def done(progress: Progress) -> None:
            counts.add(progress)
            bar.update(task, advance=1, counts=_in_words(counts.statuses))

        def say(said: str) -> None:
            out.print(printable(said), soft_wrap=True)

        yield done, say


def _in_words(statuses: Counter[Status]) -> str:
    words = [
        f"{statuses[status]:,} {status.replace('_', ' ')}"
        for status in Status
        if statuses[status]
    ]
    return ", ".join(words)


def _say(request: Request, group: Class, counts: _Counts, seed: int, wall: str) -> None:
    out = console()
    total = len(group.submissions)
    known = f", {counts.known:,} of them known already" if counts.known else ""
    plural = "" if total == 1 else "s"
    out.print(f"{total:,} submission{plural} graded{known}.", soft_wrap=True)
    out.print(f"Verdicts: {_in_words(counts.statuses)}.", soft_wrap=True)
    if group.ignored:
        out.print(f"Left out: {_some(group.ignored)}.", soft_wrap=True)
    if group.clashing:
        out.print(
            f"Two submissions share a name: {_some(group.clashing)}. They are listed "
            "under their full names.",
            soft_wrap=True,
        )
    out.print(f"Seed {seed}, wall: {wall}.", soft_wrap=True)
    out.print()
    table, data = request.out / export.TABLE, request.out / export.RESULTS
    out.print(f"The same as a table: {table}, as data: {data}", soft_wrap=True)
    page = request.out / pages.FOLDER / pages.INDEX
    out.print(f"Next: open {page}", soft_wrap=True)


def _some(names: tuple[str, ...]) -> str:
    shown = ", ".join(printable(name) for name in names[:NAMED])
    more = len(names) - NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown
