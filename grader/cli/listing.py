"""`grader list`: every exercise with its standing, minutes, points and attempts."""

from collections.abc import Sequence
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader import progress
from grader.cli import here
from grader.cli.assignment import named
from grader.cli.check import load
from grader.cli.console import console
from grader.cli.map import LOOK, head
from grader.cli.onward import step
from grader.course import Course
from grader.errors import Exit
from grader.language import marked, say, several
from grader.render.paragraph import hanging
from grader.render.terminal import NAME_WIDTH
from grader.render.text import next_action, printable
from grader.student.listing import Row, Standing, listing
from grader.translation import titled
from grader.wrapping import padded

TITLES = (marked("minutes"), marked("points"), marked("attempts"))


def show(folder: Path | None, names: Sequence[str], *, only_open: bool) -> Exit:
    """Print the list, of some assignments or of what has not passed if asked for."""
    course = load(folder)
    wanted = {named(course, name, "list").name for name in names}
    rows = listing(course, progress.recall(course))
    chosen = [
        row
        for row in rows
        if (not wanted or row.place.assignment in wanted)
        and not (only_open and row.standing.passed)
    ]
    out = console()
    head(course, rows, out)
    tell(course, chosen, out)
    if not chosen and rows:
        out.print()
        out.print(say("None of these is open: all have passed."), soft_wrap=True)
    out.print()
    action = step(course, chosen or rows, here.command(folder))
    out.print(next_action(printable(action), out.width), soft_wrap=True)
    return Exit.PASSED


def tell(course: Course, rows: Sequence[Row], out: Console, at: str = "") -> None:
    """Print rows below the titles of their assignments; the exercise `at` is marked."""
    for assignment in course.assignments:
        own = [row for row in rows if row.place.assignment == assignment.name]
        if not own:
            continue
        out.print()
        titles, word_width = [say(one) for one in TITLES], _word_width()
        margin = " " * (4 + NAME_WIDTH + word_width)
        head = margin + " ".join(titles)
        # With fewer columns an exercise has two lines.
        wide = out.width >= cell_len(head)
        title = Text(printable(titled(course, assignment.title)), style="bold")
        title.append(f"   {assignment.name}", style="not bold dim")
        out.print(title, soft_wrap=True)
        if wide:
            out.print(Text(head, style="dim"), soft_wrap=True)
        for row in own:
            (_wide if wide else _narrow)(row, out, at)


def _word_width() -> int:
    return max(cell_len(one.said) for one in Standing) + 1


def _wide(row: Row, out: Console, at: str) -> None:
    symbol, style = LOOK[row.standing]
    line = Text().append(f"{_mark(row, at)}{symbol} ", style=style)
    line.append(row.name.ljust(NAME_WIDTH))
    line.append(padded(row.standing.said, _word_width()), style=style)
    exercise = row.place.exercise
    attempts = str(row.done.attempts) if row.done.attempts else "-"
    cells = (f"{exercise.minutes:g}", f"{exercise.points:g}", attempts)
    line.append(
        " ".join(
            cell.rjust(cell_len(say(title)))
            for cell, title in zip(cells, TITLES, strict=True)
        )
    )
    out.print(line, soft_wrap=True)


def _narrow(row: Row, out: Console, at: str) -> None:
    symbol, style = LOOK[row.standing]
    line = Text().append(f"{_mark(row, at)}{symbol} ", style=style)
    out.print(line.append(row.name, style="default"), soft_wrap=True)
    exercise = row.place.exercise
    told = say("{standing}, {minutes} min, {points} points")
    if row.done.attempts:
        told = several(
            "{standing}, {minutes} min, {points} points, {n} attempt",
            "{standing}, {minutes} min, {points} points, {n} attempts",
            row.done.attempts,
        )
    told = told.format(
        standing=row.standing.said,
        minutes=f"{exercise.minutes:g}",
        points=f"{exercise.points:g}",
        n=row.done.attempts,
    )
    hanging(out, told, " " * 4, " " * 4, "dim")


def _mark(row: Row, at: str) -> str:
    return "> " if row.name == at else "  "
