"""What comes next in the course, and what else helps after a check, as commands."""

from collections.abc import Iterator
from typing import NamedTuple

from grader.cli import here
from grader.cli.here import Command
from grader.course import Course
from grader.kit import is_kit
from grader.progress import Progress
from grader.student.hint import opened
from grader.student.listing import Row, first_open, following, listing
from grader.verdict import Exercise, Status, waits_for


class Known(NamedTuple):
    """What is known of a student's way, and the exercises whose input is `kept`."""

    progress: Progress
    kept: frozenset[str]


def step(course: Course, rows: list[Row], command: Command, verb: str = "check") -> str:
    """Return the next thing to do in the course; `verb` is what an answer is for."""
    row = first_open(rows)
    if row is not None:
        file = here.path(row.place.stub)
        return f"Next: open {file}, then run: {command(verb, row.name)}"
    if not course.places:
        return f"No exercise yet. Start one: {command('author', 'new', 'NAME')}"
    again = command("check")
    if is_kit(course.base):
        return (
            "All done here; your instructor's run has more cases. For all once more, "
            f"run: {again}"
        )
    return f"All done: every exercise has passed. Run `{again}` once more for all."


def onward(course: Course, shown: Exercise, known: Known, command: Command) -> str:
    """Return the next thing to do after an exercise that passed."""
    rows = listing(course, known.progress)
    row = following(rows, shown.name)
    return step(course, [row] if row else rows, command)


def offers(
    course: Course, shown: Exercise, known: Known, command: Command
) -> Iterator[str]:
    """Yield a line for each command that helps with the exercise that is `shown`."""
    if waits_for(shown) is not None:
        return
    name = shown.name
    if shown.status is Status.PASSED and not is_kit(course.base):
        yield f"Compare with: {command('solution', name)}"
    judged = bool(shown.cases) and shown.status in {Status.FAILED, Status.LOOPS}
    most = len(course.places[name].exercise.hints)
    if judged and most:
        number = opened(known.progress.of(name), most).hints
        yield f"Hint {number} of {most}: {command('hint', name)}"
    if judged and name in known.kept:
        yield f"The exact input: {command('inspect', name)}"
