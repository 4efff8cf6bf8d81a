"""What is made of a gradebook on the disk: results, the table, and pages."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from grader.batch import export
from grader.batch.alike import Groups
from grader.batch.gradebook import Gradebook
from grader.batch.roll import Roll
from grader.cli import pages
from grader.cli.console import error_console
from grader.errors import GraderError, UsageError


class About(NamedTuple):
    """What is known of a run: its wall, whether it judged any `anew`, its `jobs`."""

    wall: str
    anew: bool
    jobs: int


def save(
    out: Path, gradebook: Gradebook, roll: Roll, about: About, *, quiet: bool
) -> None:
    """Write results, table and pages of a class into a folder.

    The first two are there whatever becomes of the pages. Raises UsageError.
    """
    groups = Groups(gradebook, roll.names)
    alike = groups.all()
    told = (roll.course, roll.seed, about.wall)
    found = export.results(gradebook, roll.ids, roll.names, told)
    lines = export.save(out, found, roll.names, groups.of)
    report, written = out / pages.FOLDER, out / export.RESULTS
    if not about.anew:
        _exhaust(lines)
        if pages.is_current(report, roll, written, alike):
            return
        lines = export.read(written)
    # A status has a thread.
    with (
        closing(lines),
        pages.writers(report, roll, about.jobs) as writers,
        _working(quiet=quiet),
    ):
        try:
            pages.save(report, roll, lines, alike, writers)
        except (GraderError, UsageError):
            _exhaust(lines)
            raise


def _exhaust(lines: Iterable[export.Line]) -> None:
    for _ in lines:
        pass


@contextmanager
def _working(*, quiet: bool) -> Iterator[None]:
    out = error_console()
    if quiet or not out.is_terminal:
        yield
    else:
        with out.status("writing the class page"):
            yield
