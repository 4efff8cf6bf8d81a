"""The next action, with file, line and command: the last line of every screen."""

from collections.abc import Callable, Iterator, Sequence

from grader.language import say
from grader.render.text import position, printable
from grader.spot import Spot
from grader.verdict import (
    EXPLICIT_LOOP,
    CaseStatus,
    Exercise,
    Finding,
    Status,
    crash_spot,
    waits_for,
)

Where = Callable[[str], tuple[str, Spot]]
"""Returns the file of an exercise, and where in it, by its name."""
Command = Callable[..., str]
"""Returns the command line of `grader` with these words, as it works here."""


def actions(
    exercises: Sequence[Exercise],
    shown: Exercise | None,
    where: Where,
    command: Command,
) -> Iterator[str]:
    """Yield what to do next; `shown` is the exercise that the screen tells in full."""
    if shown is None or shown.status is Status.PASSED:
        shown = next(
            (one for one in exercises if one.status is Status.NOT_STARTED), None
        )
    if shown is None:
        yield say("Next: `{command}` shows what is left of the course.").format(
            command=printable(command())
        )
    elif shown.status is Status.ERROR:
        yield say("Next: tell the course's author; your answer was not judged.")
    elif (other := waits_for(shown)) is not None:
        told = say("Next: look at {where}, then run: {command}")
        if shown.status is Status.NOT_STARTED:
            told = say("Next: write {name} in {where}, then run: {command}")
        yield told.format(
            name=other,
            where=position(*where(other)),
            command=printable(command("check", other)),
        )
    else:
        yield say("Next: {deed}, then run: {command}").format(
            deed=deed(shown, *where(shown.name)),
            command=printable(command("check", shown.name)),
        )


def deed(exercise: Exercise, file: str, spot: Spot) -> str:
    """Return what to do about an exercise that is at a spot of a file."""
    name, findings = exercise.name, exercise.findings
    match exercise.status:
        case Status.NOT_STARTED:
            return say("write {name} in {where}").format(
                name=name, where=position(file, spot)
            )
        case Status.MISSING:
            return say("define {name} in {where}").format(
                name=name, where=printable(file)
            )
        case Status.UNREADABLE:
            return say("mend {where}").format(where=position(file, spot))
        case Status.LOOPS:
            told = say("replace what is marked in {where}")
            if findings[0].rule == EXPLICIT_LOOP:
                told = say("replace the loop in {where}")
            return told.format(where=located(findings[0], file))
        case Status.FAILED if not exercise.cases and findings:
            return say("do without the import in {where}").format(
                where=located(findings[0], file)
            )
    return say("look at {where}").format(
        where=position(file, _stopped(exercise) or spot)
    )


def located(one: Finding, file: str) -> str:
    """Return where a finding in a file is."""
    return position(file, one.spot)


def _stopped(exercise: Exercise) -> Spot | None:
    """Return where the case that is told crashed, or which loop may not end."""
    failed = (one for one in exercise.cases if one.status is not CaseStatus.PASSED)
    first = next(failed, None)
    if first is None:
        return None
    if first.status is CaseStatus.TIMED_OUT:
        loops = (one for one in exercise.findings if one.rule == EXPLICIT_LOOP)
        return next((one.spot for one in loops), None)
    return crash_spot(first)
