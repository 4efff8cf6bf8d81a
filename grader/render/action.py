"""The next action, with file, line and command: the last line of every screen."""

from collections.abc import Callable, Iterator, Sequence

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
        yield f"Next: `{printable(command())}` shows what is left of the course."
    elif shown.status is Status.ERROR:
        yield "Next: tell the course's author; your answer was not judged."
    elif (other := waits_for(shown)) is not None:
        file, spot = where(other)
        again = printable(command("check", other))
        what = "look at"
        if shown.status is Status.NOT_STARTED:
            what = f"write {other} in"
        yield f"Next: {what} {position(file, spot)}, then run: {again}"
    else:
        file, spot = where(shown.name)
        again = printable(command("check", shown.name))
        yield f"Next: {deed(shown, file, spot)}, then run: {again}"


def deed(exercise: Exercise, file: str, spot: Spot) -> str:
    """Return what to do about an exercise that is at a spot of a file."""
    name, findings = exercise.name, exercise.findings
    match exercise.status:
        case Status.NOT_STARTED:
            return f"write {name} in {position(file, spot)}"
        case Status.MISSING:
            return f"define {name} in {printable(file)}"
        case Status.UNREADABLE:
            return f"mend {position(file, spot)}"
        case Status.LOOPS:
            looped = findings[0].rule == EXPLICIT_LOOP
            what = "replace the loop" if looped else "replace what is marked"
            return f"{what} in {located(findings[0], file)}"
        case Status.FAILED if not exercise.cases and findings:
            return f"do without the import in {located(findings[0], file)}"
    return f"look at {position(file, _crashed(exercise) or spot)}"


def located(one: Finding, file: str) -> str:
    """Return where a finding in a file is."""
    return position(file, one.spot)


def _crashed(exercise: Exercise) -> Spot | None:
    """Return where the case that is told crashed, if it did."""
    failed = (one for one in exercise.cases if one.status is not CaseStatus.PASSED)
    first = next(failed, None)
    return crash_spot(first) if first else None
