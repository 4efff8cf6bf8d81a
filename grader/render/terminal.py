"""The screen of a check: the first failure in full, the rest as names."""

import textwrap
from collections.abc import Callable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from grader.render.text import next_action, printable
from grader.verdict import (
    Case,
    CaseStatus,
    Exercise,
    Finding,
    Result,
    Status,
    Visibility,
)

WIDTH = 80
MAX_PRINTED = 10_100
MAX_PRINTED_LINES = 10
MAX_LINE = 100
MAX_FINDINGS = 5
INDENT = 4

Where = Callable[[str], tuple[str, int]]
"""Returns the file and the line of an exercise, by its name."""
Line = Callable[[str, int], str]
"""Returns the text of a line, by exercise and number."""

# Words first, symbol second, colour third.
_LOOK = {
    Status.PASSED: ("✓", "green", "passed"),
    Status.LOOPS: ("!", "yellow", "loops"),
    Status.FAILED: ("✗", "red", "failed"),
    Status.NOT_STARTED: ("·", "dim", "not started"),
    Status.MISSING: ("✗", "red", "missing"),
    Status.UNREADABLE: ("✗", "red", "unreadable"),
    Status.ERROR: ("‼", "magenta", "not your code"),
}


def render(
    result: Result, console: Console, where: Where, line: Line, again: str = ""
) -> None:
    """Print the screen of a check; the last line is the next action.

    `again` is what to add to `grader check NAME` to repeat the check.
    """
    shown = _first_to_show(result.exercises)
    for index, exercise in enumerate(result.exercises):
        if exercise is shown:
            if index:
                console.print()
            _exercise(exercise, console, where(exercise.name), line)
            if index + 1 < len(result.exercises):
                console.print()
        else:
            _summary(exercise, console)
    console.print()
    _foot(result, console)
    for text in _next(result.exercises, shown, where, again):
        console.print(Text(next_action(text, console.width)), soft_wrap=True)


def _first_to_show(exercises: Sequence[Exercise]) -> Exercise | None:
    """Return the exercise to tell in full: the first that needs something done."""
    for exercise in exercises:
        if exercise.status not in (Status.PASSED, Status.NOT_STARTED):
            return exercise
    return exercises[0] if len(exercises) == 1 else None


def _summary(exercise: Exercise, console: Console) -> None:
    symbol, style, word = _LOOK[exercise.status]
    text = Text().append(f"{symbol} ", style=style)
    text.append(exercise.name.ljust(22), style="bold")
    message = {
        Status.PASSED: exercise.message.removesuffix("."),
        Status.NOT_STARTED: "not started",
    }.get(exercise.status, f"{word}: {exercise.message}")
    text.append(printable(message), style="" if style == "red" else style)
    console.print(text, no_wrap=True, overflow="ellipsis")


def _exercise(
    exercise: Exercise, console: Console, where: tuple[str, int], line: Line
) -> None:
    symbol, style, word = _LOOK[exercise.status]
    place = f"{printable(where[0])}:{where[1]}"
    if exercise.status is Status.PASSED:
        head = Text().append(f"{symbol} ", style=style)
        head.append(exercise.name, style="bold").append(f"   {exercise.message}")
        console.print(head, soft_wrap=True)
    elif exercise.status in (Status.FAILED, Status.LOOPS):
        head = Text().append(exercise.name, style="bold")
        head.append(f"   {place}", style="dim")
        console.print(head, soft_wrap=True)
        if exercise.cases:
            console.print()
            _cases(exercise, console)
    else:
        head = Text().append(f"{symbol} ", style=style)
        head.append(exercise.name, style="bold").append(
            f"   {word}", style=style
        ).append(f"   {place}", style="dim")
        console.print(head, soft_wrap=True)
        _paragraph(console, exercise.message, INDENT)
    for finding in exercise.findings[:MAX_FINDINGS]:
        console.print()
        _finding(finding, console, line(exercise.name, finding.line))
    more = len(exercise.findings) - MAX_FINDINGS
    if more > 0:
        console.print()
        console.print(Text(f"… and {more} more findings", style="dim"))


def _cases(exercise: Exercise, console: Console) -> None:
    told = False
    for case in exercise.cases:
        passed = case.status is CaseStatus.PASSED
        failed = ("·", "dim") if told else ("✗", "red")
        symbol, style = ("✓", "green") if passed else failed
        text = Text().append(f"{symbol} ", style=style)
        name = printable(case.name)
        text.append("a private case" if _hides(case) else name)
        if told and not passed:
            text.append("   not yet", style="dim")
        console.print(text, soft_wrap=True)
        if not passed and not told:
            told = True
            _told(case, exercise, console)


def _hides(case: Case) -> bool:
    return case.visibility is Visibility.PRIVATE


def _told(case: Case, exercise: Exercise, console: Console) -> None:
    """Print the one failing case in full: arrays, sentence, misconception, prints."""
    sentence, *blocks = case.message.split("\n\n")
    for block in blocks:
        console.print()
        for row in printable(block).split("\n"):
            style = "dim" if row.startswith("Python says") else ""
            text = Text(" " * INDENT + row if row else "", style=style)
            console.print(text, soft_wrap=True)
    console.print()
    _paragraph(console, sentence, INDENT)
    if exercise.misconception is not None:
        console.print()
        _paragraph(console, exercise.misconception.message, 2, "bold")
    if case.stdout:
        console.print()
        console.print(Text("    It printed:", style="dim"))
        for row in _printed(case.stdout):
            console.print(Text(f"    | {row}", style="dim"), soft_wrap=True)
    console.print()


def _printed(stdout: str) -> list[str]:
    """Return the first lines of what was printed, and whether there is more."""
    rows = printable(stdout, MAX_PRINTED).rstrip("\n").split("\n")
    most = WIDTH - INDENT - 10
    shown = [
        row if len(row) <= most else f"{row[:most]}… (cut)"
        for row in rows[:MAX_PRINTED_LINES]
    ]
    more = len(rows) - MAX_PRINTED_LINES
    return [*shown, f"… and {more} more"] if more > 0 else shown


def _finding(finding: Finding, console: Console, source: str) -> None:
    head = Text().append("! ", style="yellow").append(finding.rule, style="bold yellow")
    head.append(f"   {printable(finding.path)}:{finding.line}", style="dim")
    console.print(head, soft_wrap=True)
    if finding.evidence == "static" and source.strip():
        number = str(finding.line)
        margin = " " * (len(number) + 3)
        text = printable(source, MAX_LINE)
        start = min(finding.column - 1, MAX_LINE)
        marks = "^" * max(1, len(text.rstrip()) - start)
        console.print(Text(f"{margin}|"))
        console.print(Text(f"  {number} | {text}"), soft_wrap=True)
        row = Text(f"{margin}| {' ' * start}").append(marks, style="yellow")
        console.print(row, soft_wrap=True)
    _paragraph(console, finding.message, 2)


def _paragraph(console: Console, text: str, indent: int, style: str = "") -> None:
    margin = " " * indent
    rows = textwrap.wrap(
        printable(text),
        min(console.width, WIDTH),
        initial_indent=margin,
        subsequent_indent=margin,
        break_on_hyphens=False,
    )
    for row in rows:
        console.print(Text(row, style=style), soft_wrap=True)


def _foot(result: Result, console: Console) -> None:
    text = (
        f"{_points(result.points)} of {_points(result.max_points)} points, "
        f"seed {result.seed}, wall: {result.isolation}"
    )
    console.print(Text(text, style="dim"), soft_wrap=True)


def _points(value: float) -> str:
    return f"{round(value, 2):g}"


def _next(
    exercises: Sequence[Exercise], shown: Exercise | None, where: Where, again: str
) -> Iterator[str]:
    """Yield the next action, the last line of every screen."""
    if shown is None or shown.status is Status.PASSED:
        waiting = next(
            (one for one in exercises if one.status is Status.NOT_STARTED), None
        )
        if waiting is None:
            yield "Next: `grader` shows what is left of the course."
            return
        shown = waiting
    file, number = where(shown.name)
    file = printable(file)
    again = f"then run: grader check {shown.name}{printable(again)}"
    match shown.status:
        case Status.NOT_STARTED:
            yield f"Next: write {shown.name} in {file}:{number}, {again}"
        case Status.MISSING:
            yield f"Next: define {shown.name} in {file}, {again}"
        case Status.UNREADABLE:
            yield f"Next: mend {file}:{number}, {again}"
        case Status.ERROR:
            yield "Next: tell the course's author; your answer was not judged."
        case Status.LOOPS:
            finding = shown.findings[0]
            yield f"Next: replace the loop in {file}:{finding.line}, {again}"
        case Status.FAILED if not shown.cases and shown.findings:
            line = shown.findings[0].line
            yield f"Next: do without the import in {file}:{line}, {again}"
        case _:
            yield f"Next: look at {file}:{number}, {again}"
