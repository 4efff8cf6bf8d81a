"""`grader` alone: the course map with what is done, and the next action."""

from pathlib import Path

from rich.console import Console
from rich.text import Text

from grader import progress
from grader.cli import here
from grader.cli.check import load
from grader.cli.console import console
from grader.cli.here import Command
from grader.cli.onward import step
from grader.course import Course
from grader.errors import Exit
from grader.kit import is_kit
from grader.language import say
from grader.render.text import next_action, printable
from grader.student.listing import Row, Standing, listing
from grader.translation import titled

LOOK = {
    Standing.PASSED: ("✓", "green"),
    Standing.PASSED_HERE: ("✓", "green"),
    Standing.LOOPS: ("!", "yellow"),
    Standing.FAILED: ("✗", "red"),
    Standing.MISSING: ("✗", "red"),
    Standing.UNREADABLE: ("✗", "red"),
    Standing.NOT_STARTED: ("·", "dim"),
    Standing.UNCHECKED: ("~", "yellow"),
    Standing.CHANGED: ("~", "yellow"),
}
"""The symbol and the style of each standing; its words say the same."""


def show(folder: Path | None) -> Exit:
    """Print the map of the course."""
    course = load(folder)
    rows = listing(course, progress.recall(course))
    _draw(course, rows, console(), here.command(folder))
    return Exit.PASSED


def _draw(course: Course, rows: list[Row], out: Console, command: Command) -> None:
    head(course, rows, out)
    by_name = {row.name: row for row in rows}
    for assignment in course.assignments:
        out.print()
        out.print(
            Text(printable(titled(course, assignment.title)), style="bold"),
            soft_wrap=True,
        )
        for exercise in assignment.exercises:
            row = by_name[exercise.name]
            symbol, style = LOOK[row.standing]
            line = Text().append(f"  {symbol} ", style=style)
            line.append(exercise.name.ljust(24))
            line.append(row.standing.said, style=style)
            out.print(line, soft_wrap=True)
    out.print()
    # At a terminal a student writes beside it: each save is checked.
    verb = "watch" if out.is_terminal else "check"
    action = next_action(step(course, rows, command, verb), out.width)
    out.print(Text(printable(action)), soft_wrap=True)


def head(course: Course, rows: list[Row], out: Console) -> None:
    """Print the course's title and how many exercises passed."""
    passed = sum(row.standing.passed for row in rows)
    told = say("{passed} of {total} exercises passed")
    if is_kit(course.base):
        told = say("{passed} of {total} exercises passed here")
    told = told.format(passed=passed, total=len(rows))
    out.print(
        Text()
        .append(printable(titled(course, course.title)), style="bold")
        .append(f"   {told}", style="dim"),
        soft_wrap=True,
    )
