"""The screen of a check: the first failure in full, the rest as names."""

import re
from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from grader.language import marked, say
from grader.render.action import Command, Where, actions
from grader.render.finding import decisive, findings
from grader.render.paragraph import WIDTH, paragraph
from grader.render.seen import PRIVATE
from grader.render.text import next_action, position, printable
from grader.render.wrapping import joined
from grader.spot import Spot
from grader.verdict import (
    EXPLICIT_LOOP,
    Case,
    CaseStatus,
    Evidence,
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
CALLED, PYTHONS = marked("called as {call}"), marked("Python says: {said}")
"""Rows of a case's message that are told in their own way."""

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


def price(exercise: Exercise, *, here: bool) -> str:
    """Return what is right of an exercise with loops, and what they cost."""
    lost, points = exercise.max_points - exercise.points, exercise.max_points
    cost = say("no points")
    if lost:
        cost = say("{lost} of the {points} points").format(
            lost=_points(lost), points=_points(points)
        )
    found = decisive(exercise.findings)
    costs = _LOOPS if len(found) > 1 else _LOOP
    if any(one.rule != EXPLICIT_LOOP for one in found):
        costs = _MARKED
    # A case that counts steps acquits what only looks like a loop over data.
    looks = here and all(one.evidence is Evidence.STATIC for one in found)
    right = say("Every value here is right.") if here else say("Every value is right.")
    return joined([right, say(costs[looks]).format(cost=cost)])


_LOOP = (
    marked("The loop costs {cost}."),
    marked("By its look, the loop costs {cost}."),
)
_LOOPS = (
    marked("The loops cost {cost}."),
    marked("By its look, the loops cost {cost}."),
)
_MARKED = (
    marked("What is marked below costs {cost}."),
    marked("By its look, what is marked below costs {cost}."),
)
"""What is said of the cost where loops were counted, and where they were only seen."""


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


def begins(row: str, *templates: str) -> bool:
    """Whether a row is one of these texts, in the language at hand or in English."""
    texts = (text for one in templates for text in (say(one), one))
    return row.startswith(tuple(text.partition("{")[0] for text in texts))


def _hides(case: Case) -> bool:
    return case.visibility is Visibility.PRIVATE


def _told(case: Case, exercise: Exercise, console: Console) -> None:
    """Print the one failing case in full: arrays, sentence, misconception, prints."""
    sentence, *blocks = case.message.split("\n\n")
    said = ""
    for block in blocks:
        console.print()
        for row in printable(block).split("\n"):
            if begins(row, PYTHONS):
                said = row
            elif begins(row, CALLED):
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
        points=_points(result.points),
        most=_points(result.max_points),
        seed=result.seed,
        wall=result.isolation,
    )


def _points(value: float) -> str:
    return f"{round(value, 2):g}"
