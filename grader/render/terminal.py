"""The screen of a check: the first failure in full, the rest as names."""

import re
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.language import heard, marked, say
from grader.render.action import Command, Where, actions
from grader.render.finding import findings
from grader.render.paragraph import WIDTH, paragraph
from grader.render.price import points, price
from grader.render.seen import PRIVATE
from grader.render.text import next_action, position, printable
from grader.spot import Spot
from grader.verdict import (
    CALLED,
    PYTHONS,
    Case,
    CaseStatus,
    Exercise,
    Finding,
    Result,
    Status,
    Visibility,
    waits_for,
)

MAX_PRINTED = 10_100
MAX_PRINTED_LINES = 10
INDENT = 4
# As wide as in the map of the course.
NAME_WIDTH = 24

Line = Callable[[str, Finding], str]
"""Returns the line of an exercise that a finding is about."""

# Words first, symbol second, colour third.
LOOK = {
    Status.PASSED: ("✓", "green", marked("passed")),
    Status.LOOPS: ("!", "yellow", marked("loops")),
    Status.FAILED: ("✗", "red", marked("failed")),
    Status.NOT_STARTED: ("·", "dim", marked("not started")),
    Status.MISSING: ("✗", "red", marked("missing")),
    Status.UNREADABLE: ("✗", "red", marked("unreadable")),
    Status.ERROR: ("‼", "magenta", marked("not your code")),
}


def _command(*words: str) -> str:
    return " ".join(["grader", *words])


def render(
    result: Result,
    console: Console,
    where: Where,
    line: Line,
    command: Command = _command,
    remark: str = "",
    steps: Sequence[str] = (),
    *,
    offers: Sequence[str] = (),
    here: bool = False,
) -> None:
    """Print the screen of a check; the last line is the next action.

    That is the last of `steps` where a command is not what comes next; `offers` are
    what else helps, before it.

    A `remark` is advice that is in no record: it may differ from run to run. `here`
    says that other cases are judged by elsewhere, as those of a student kit are.
    """
    shown = first_to_show(result.exercises)
    for index, exercise in enumerate(result.exercises):
        if exercise is shown:
            if index:
                console.print()
            _exercise(exercise, console, where(exercise.name), line, here=here)
            if index + 1 < len(result.exercises):
                console.print()
        else:
            _summary(exercise, console)
    console.print()
    if remark:
        whole = cell_len(remark) <= console.width
        # A command that is wrapped cannot be copied.
        told = remark if whole else re.sub(r"(:) |(：)", r"\1\2\n", remark, count=1)
        console.print(Text(printable(told), style="dim"), soft_wrap=True)
    console.print(Text(foot(result, here=here), style="dim"), soft_wrap=True)
    for text in offers:
        console.print(Text(printable(text)), soft_wrap=True)
    for text in steps or actions(result.exercises, shown, where, command):
        console.print(Text(next_action(text, console.width)), soft_wrap=True)


def first_to_show(exercises: Sequence[Exercise]) -> Exercise | None:
    """Return the exercise to tell in full: the first that needs something done."""
    needy = [
        exercise
        for exercise in exercises
        if exercise.status not in (Status.PASSED, Status.NOT_STARTED)
    ]
    names = {exercise.name for exercise in needy}
    for exercise in needy:
        # What it waits for comes first.
        if waits_for(exercise) not in names:
            return exercise
    return exercises[0] if len(exercises) == 1 else None


def _summary(exercise: Exercise, console: Console) -> None:
    symbol, style, _ = LOOK[exercise.status]
    text = Text().append(f"{symbol} ", style=style)
    text.append(exercise.name.ljust(NAME_WIDTH), style="bold")
    text.append(printable(summary(exercise)), style="" if style == "red" else style)
    console.print(text, no_wrap=True, overflow="ellipsis")


def summary(exercise: Exercise) -> str:
    """Return an exercise's verdict in a few words."""
    if exercise.status is Status.PASSED:
        # In a kit, what is left of the sentence finds no room.
        return re.split("[;；]|[.。]$", exercise.message)[0]
    word = say(LOOK[exercise.status][2])
    if waiting(exercise):
        return waiting(exercise)
    if exercise.status is Status.NOT_STARTED:
        return word
    return say("{verdict}: {message}").format(verdict=word, message=exercise.message)


def waiting(exercise: Exercise) -> str:
    """Return what an exercise waits for; empty if for nothing."""
    other = waits_for(exercise)
    return say("waits for {name}").format(name=other) if other else ""


def _exercise(
    exercise: Exercise,
    console: Console,
    where: tuple[str, Spot],
    line: Line,
    *,
    here: bool,
) -> None:
    symbol, style, word = LOOK[exercise.status]
    place = position(*where)
    if exercise.status is Status.PASSED:
        head = Text().append(f"{symbol} ", style=style)
        head.append(exercise.name, style="bold").append(f"   {exercise.message}")
        console.print(head, soft_wrap=True)
    elif exercise.cases:
        head = Text().append(exercise.name, style="bold")
        head.append(f"   {place}", style="dim")
        console.print(head, soft_wrap=True)
        console.print()
        cases(exercise, console)
        if exercise.status is Status.LOOPS:
            console.print()
            paragraph(console, price(exercise, here=here), 2)
    else:
        # An answer that fails without a case was not run: the finding says why.
        waits = waits_for(exercise) is not None
        refused = exercise.status is Status.FAILED and not waits
        word = marked("not run") if refused else marked("waits") if waits else word
        place = printable(where[0]) if exercise.status is Status.MISSING else place
        head = Text().append(f"{symbol} ", style=style)
        head.append(exercise.name, style="bold").append(
            f"   {say(word)}", style=style
        ).append(f"   {place}", style="dim")
        console.print(head, soft_wrap=True)
        if not refused:
            paragraph(console, exercise.message, INDENT)
    findings(exercise, console, where[0], lambda one: line(exercise.name, one))


def cases(exercise: Exercise, console: Console) -> None:
    """Print a line for each case; the first that did not pass is told in full."""
    told = False
    for case in exercise.cases:
        passed = case.status is CaseStatus.PASSED
        failed = ("·", "dim") if told else ("✗", "red")
        symbol, style = ("✓", "green") if passed else failed
        text = Text().append(f"{symbol} ", style=style)
        name = printable(case.name)
        text.append(say(PRIVATE) if _hides(case) else name)
        if told and not passed:
            later = say("not yet")
            text.append(f"   {later}", style="dim")
        console.print(text, soft_wrap=True)
        if not passed and not told:
            told = True
            _told(case, exercise, console)


def _hides(case: Case) -> bool:
    return case.visibility is Visibility.PRIVATE


def _told(case: Case, exercise: Exercise, console: Console) -> None:
    """Print the one failing case in full: arrays, sentence, misconception, prints."""
    sentence, *blocks = case.message.split("\n\n")
    said = ""
    for block in blocks:
        console.print()
        for row in printable(block).split("\n"):
            if heard(PYTHONS, row):
                said = row
            elif heard(CALLED, row):
                paragraph(console, row, INDENT)
            else:
                text = Text(" " * INDENT + row if row else "")
                console.print(text, soft_wrap=True)
    console.print()
    paragraph(console, sentence, INDENT)
    if said:
        # After the plain words: it is what to search for, not what to read first.
        console.print()
        paragraph(console, said, INDENT, "dim")
    if exercise.misconception is not None:
        console.print()
        paragraph(console, exercise.misconception.message, 2, "bold")
    if case.stdout:
        console.print()
        head = say("It printed:")
        console.print(Text(f"    {head}", style="dim"))
        for row in printed(case.stdout):
            console.print(Text(f"    | {row}", style="dim"), soft_wrap=True)
    console.print()


def printed(stdout: str) -> list[str]:
    """Return the first lines of what was printed, and whether there is more."""
    rows = printable(stdout, MAX_PRINTED).rstrip("\n").split("\n")
    most = WIDTH - INDENT - 10
    shown = [
        row if len(row) <= most else say("{text}… (cut)").format(text=row[:most])
        for row in rows[:MAX_PRINTED_LINES]
    ]
    more = len(rows) - MAX_PRINTED_LINES
    rest = say("… and {n} more").format(n=more)
    return [*shown, rest] if more > 0 else shown


def foot(result: Result, *, here: bool) -> str:
    """Return the line of points, seed and wall."""
    told = say("{points} of {most} points, seed {seed}, wall: {wall}")
    if here:
        told = say(
            "{points} of {most} points for the cases here, seed {seed}, wall: {wall}"
        )
    return told.format(
        points=points(result.points),
        most=points(result.max_points),
        seed=result.seed,
        wall=result.isolation,
    )
