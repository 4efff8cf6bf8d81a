"""What comes next in the course, and what else helps after a check, as commands."""

from collections.abc import Iterator
from typing import NamedTuple

from grader.cli import here
from grader.cli.here import Command
from grader.course import Course
from grader.kit import is_kit
from grader.language import say
from grader.progress import Progress
from grader.render.text import printable
from grader.student.hint import opened
from grader.student.listing import Row, first_open, following, listing, standing
from grader.translation import titled
from grader.verdict import Exercise, Status, waits_for


class Known(NamedTuple):
    """What is known of a student's way, and the exercises whose input is `kept`."""

    progress: Progress
    kept: frozenset[str]


def step(course: Course, rows: list[Row], command: Command, verb: str = "check") -> str:
    """Return the next thing to do in the course; `verb` is what an answer is for."""
    row = first_open(rows)
    if row is not None:
        return say("Next: open {file}, then run: {command}").format(
            file=here.path(row.place.stub), command=command(verb, row.name)
        )
    if not course.places:
        return say("No exercise yet. Start one: {command}").format(
            command=command("author", "new", "NAME")
        )
    again = command("check")
    if is_kit(course.base):
        return say(
            "All done here; your instructor's run has more cases. For all once more, "
            "run: {command}"
        ).format(command=again)
    return say(
        "All done: every exercise has passed. Run `{command}` once more for all."
    ).format(command=again)


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
    if shown.status is Status.PASSED:
        yield from _finished(course, name, known.progress)
    if shown.status is Status.PASSED and not is_kit(course.base):
        yield say("Compare with: {command}").format(command=command("solution", name))
    judged = bool(shown.cases) and shown.status in {Status.FAILED, Status.LOOPS}
    most = len(course.places[name].exercise.hints)
    if judged and most:
        number = opened(known.progress.of(name), most).hints
        yield say("Hint {number} of {total}: {command}").format(
            number=number, total=most, command=command("hint", name)
        )
    if judged and name in known.kept:
        yield say("The exact input: {command}").format(command=command("inspect", name))


def _finished(course: Course, name: str, progress: Progress) -> Iterator[str]:
    """Yield that an assignment of several exercises is done, if it is."""
    at = course.places[name].assignment
    (assignment,) = (one for one in course.assignments if one.name == at)
    places = [course.places[one.name] for one in assignment.exercises]
    done = (standing(one, progress.of(one.exercise.name)).passed for one in places)
    if len(places) > 1 and all(done):
        yield say("All {count} exercises of “{title}” have passed.").format(
            count=len(places), title=printable(titled(course, assignment.title))
        )
